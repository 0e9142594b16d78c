import 'server-only';
import type { CipherContext } from '#lib/kernel/cipher/context.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** Where the model's words about a proposal belong: under the conversation's key, so that they go with the conversation. */
export function reasonContext(
  viewer: Viewer,
  place: { conversationId: string; proposalId: string },
): CipherContext {
  return {
    table: 'proposal_card',
    column: 'reason',
    tenantId: viewer.homeTenantId,
    personId: viewer.personId,
    conversationId: place.conversationId,
    messageId: place.proposalId,
  };
}
