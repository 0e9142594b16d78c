import 'server-only';
import { type CipherContext, type DataKeyContext, NOBODY } from '#lib/kernel/cipher/context.ts';

type HoldPlace = { id: string; tenantId: string };

export function holdKeyContext({ id, tenantId }: HoldPlace): DataKeyContext {
  return { scope: 'hold', scopeId: id, tenantId, personId: NOBODY };
}

export function holdReasonContext({ id, tenantId }: HoldPlace): CipherContext {
  return { table: 'legal_hold', column: 'reason', tenantId, personId: NOBODY, conversationId: id };
}
