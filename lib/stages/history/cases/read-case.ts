import 'server-only';
import type { SupportCase } from '#lib/contract/cases.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { toSummary } from './case-row.ts';
import { findCase } from './find-case.ts';
import { readTexts } from './read-texts.ts';

/** One of the viewer's own cases with everything written in it. Throws `not_found`. */
export async function readCase(viewer: Viewer, tx: Tx, args: { id: string }): Promise<SupportCase> {
  const row = await findCase(viewer, tx, args);
  if (row.personId !== viewer.personId) throw new AppError('not_found');
  return { ...toSummary(row), texts: await readTexts(viewer, tx, row) };
}
