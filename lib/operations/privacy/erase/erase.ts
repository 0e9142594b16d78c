import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { Erased, EraseRequest } from '#lib/contract/privacy.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { mustFinish } from '#lib/kernel/shutdown.ts';
import { CONFIRM_CONVERSATION, ERASE_WAIT_MS } from '../policy.ts';
import { beginErasure } from './begin-erasure.ts';
import { type ProofArgs, provePerson } from './prove-person.ts';
import { runErasure } from './run-erasure.ts';

type EraseArgs = Omit<ProofArgs, 'code' | 'password'> & { request: EraseRequest };

/**
 * Erases one of the viewer's conversations, or the account, for good. Waits a moment for the end, and hands out the receipt with
 * the answer: after an account there is nobody left to ask for it. What takes longer is finished in the background, and whoever
 * has the token fetches the receipt then. Throws `malformed` where the confirmation is not the one asked for, `step_up_required`,
 * `rate_limited`, `not_found`, `on_hold`.
 */
export async function erase(viewer: Viewer, { request, ...who }: EraseArgs): Promise<Erased> {
  const { scope, conversationId, confirm, code, password } = request;
  const wanted = scope === 'account' ? who.email : CONFIRM_CONVERSATION;
  if (confirm.trim().toLowerCase() !== wanted) throw new AppError('malformed');
  await provePerson(viewer, { ...who, code, password });
  const token = randomBytes(32).toString('base64url');
  const id = await beginErasure(viewer, {
    scope,
    scopeId: conversationId ?? viewer.personId,
    tokenHash: hashToken(token),
    requestId: who.requestId,
  });
  const receipt = await within(ERASE_WAIT_MS, mustFinish(runErasure(id)));
  return { status: receipt ? 'done' : 'running', receiptToken: token, receipt };
}

export function hashToken(token: string): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('sha256').update(token, 'utf8').digest());
}

/** What comes in time, or null: what fails now is gone on with by the worker. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, ms, null)));
  try {
    return await Promise.race([work.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
