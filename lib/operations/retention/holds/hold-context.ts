import 'server-only';
import type { CipherContext, DataKeyContext } from '#lib/kernel/cipher/context.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';

type HoldPlace = { id: string; tenantId: string };

export function holdKeyContext({ id, tenantId }: HoldPlace): DataKeyContext {
  return { scope: 'hold', scopeId: id, tenantId, personId: NIL_ID };
}

export function holdReasonContext({ id, tenantId }: HoldPlace): CipherContext {
  return { table: 'legal_hold', column: 'reason', tenantId, personId: NIL_ID, conversationId: id };
}
