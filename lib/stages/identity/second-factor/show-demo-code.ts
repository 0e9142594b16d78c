import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import { env } from '#lib/kernel/env.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { loadFactor } from './load-factor.ts';
import { codeAt } from './time-code.ts';

/**
 * What the viewer's authenticator shows, while DEMO=1: one person can then be two. Where the code of this step was used
 * already it is the next one's, which is taken too. Throws `not_found` without DEMO, and without a factor.
 */
export async function showDemoCode(viewer: Viewer, tx: Tx): Promise<string> {
  if (!env().DEMO) throw new AppError('not_found');
  const factor = await loadFactor(viewer, tx);
  if (!factor) throw new AppError('not_found');
  const isUsed = factor.lastStep >= factor.step;
  return codeAt(factor.secret, isUsed ? factor.step + 1n : factor.step);
}
