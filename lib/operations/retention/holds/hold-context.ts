import 'server-only';
import type { CipherContext, DataKeyContext } from '#lib/kernel/cipher/context.ts';

/** Stands where a key or a text belongs to no person. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

type HoldPlace = { id: string; tenantId: string };

export function holdKeyContext({ id, tenantId }: HoldPlace): DataKeyContext {
  return { scope: 'hold', scopeId: id, tenantId, personId: NOBODY };
}

export function holdReasonContext({ id, tenantId }: HoldPlace): CipherContext {
  return { table: 'legal_hold', column: 'reason', tenantId, personId: NOBODY, conversationId: id };
}
