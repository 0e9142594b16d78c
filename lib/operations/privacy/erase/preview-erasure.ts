import 'server-only';
import type { ErasePreview, EraseScope, Goes, Stays } from '#lib/contract/privacy.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { isFreshSignIn } from '#lib/stages/identity/is-fresh-sign-in.ts';
import { hasFactor } from '#lib/stages/identity/second-factor/has-factor.ts';
import { CONFIRM_CONVERSATION, FRESH_FOR_ERASURE_S, GOES, type GoesCategory, STAYS } from '../policy.ts';
import { countHeld } from '../count-held.ts';
import { isHeld } from './is-held.ts';
import { readSignIn } from '../read-sign-in.ts';

type PreviewArgs = { conversationId: string | null; email: string; signedInAtS: number };

/**
 * What an erasure would remove and what has to stay: of one of the viewer's conversations, or of the account. Changes nothing.
 * Throws `not_found` for a conversation that is not theirs or not there.
 */
export async function previewErasure(viewer: Viewer, tx: Tx, args: PreviewArgs): Promise<ErasePreview> {
  const scope: EraseScope = args.conversationId === null ? 'account' : 'conversation';
  if (args.conversationId !== null) await requireConversation(viewer, tx, args.conversationId);
  const held = await countHeld(viewer, tx, { conversationId: args.conversationId });
  return {
    scope,
    conversationId: args.conversationId,
    goes: goesWith(scope, held),
    stays: staysAfter(scope),
    confirm: scope === 'account' ? args.email : CONFIRM_CONVERSATION,
    proof: await proofOf(viewer, tx, args.signedInAtS),
    held: await isHeld(viewer, tx),
  };
}

/** Throws `not_found` for a conversation that is not the viewer's, not there or has run out. */
export async function requireConversation(viewer: Viewer, tx: Tx, id: string): Promise<void> {
  if (!isId(id)) throw new AppError('not_found');
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM cs.conversation WHERE id = ${id}::uuid AND person_id = ${viewer.personId}::uuid AND expires_at > cs.now()`;
  if (rows.length === 0) throw new AppError('not_found');
}

export function staysAfter(scope: EraseScope): Stays[] {
  return Object.entries(STAYS)
    .filter(([, { scopes }]) => includes(scopes, scope))
    .map(([category, { label, why, until }]) => ({ category, label, why, until }));
}

function goesWith(scope: EraseScope, held: Readonly<Partial<Record<GoesCategory, number>>>): Goes[] {
  const counts = new Map(Object.entries(held));
  return Object.entries(GOES)
    .filter(([, { scopes }]) => includes(scopes, scope))
    .map(([category, { label }]) => ({ category, label, count: counts.get(category) ?? 0 }));
}

function includes(scopes: readonly EraseScope[], scope: EraseScope): boolean {
  return scopes.includes(scope);
}

/** What this person has to show: a code where they have a factor; else a young sign-in is enough, or the password again. */
async function proofOf(viewer: Viewer, tx: Tx, signedInAtS: number): Promise<ErasePreview['proof']> {
  if (await hasFactor(viewer, tx)) return 'code';
  if (await isFreshSignIn(viewer, tx, { signedInAtS, withinS: FRESH_FOR_ERASURE_S })) return 'sign_in';
  return (await readSignIn(viewer, tx)).passwordSetAt === null ? 'sign_in' : 'password';
}
