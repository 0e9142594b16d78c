import 'server-only';
import type { CipherContext, DataKeyContext } from '#lib/kernel/cipher/context.ts';
import type { Viewer } from '#lib/kernel/ports.ts';

/** The place a sealed value belongs to. A ciphertext moved to another row, person or position does not open. */
export function titleContext(viewer: Viewer, conversationId: string): CipherContext {
  return {
    table: 'conversation',
    column: 'title',
    tenantId: viewer.homeTenantId,
    personId: viewer.personId,
    conversationId,
  };
}

export type MessagePlace = {
  conversationId: string;
  messageId: string;
  role: 'user' | 'assistant';
  sequence: number;
};

export function messageContext(
  viewer: Viewer,
  column: 'body' | 'trace' | 'sent',
  place: MessagePlace,
): CipherContext {
  const { conversationId, messageId, role, sequence } = place;
  return {
    table: 'message',
    column,
    tenantId: viewer.homeTenantId,
    personId: viewer.personId,
    conversationId,
    messageId,
    role,
    sequence,
  };
}

/** Where a person's words about an answer belong: to that answer, and to nobody else's opinion of it. */
export function feedbackContext(
  viewer: Viewer,
  place: { conversationId: string; messageId: string },
): CipherContext {
  return {
    table: 'feedback',
    column: 'words',
    tenantId: viewer.homeTenantId,
    personId: viewer.personId,
    conversationId: place.conversationId,
    messageId: place.messageId,
  };
}

export function conversationKeyContext(viewer: Viewer, conversationId: string): DataKeyContext {
  return {
    scope: 'conversation',
    scopeId: conversationId,
    tenantId: viewer.homeTenantId,
    personId: viewer.personId,
  };
}

export type CaseTextPlace = {
  tenantId: string;
  /** The person whose case it is, whoever writes. */
  personId: string;
  caseId: string;
  textId: string;
  author: 'customer' | 'staff';
  sequence: number;
};

/** Takes no viewer: staff write into a case of someone else's, and what they write belongs to that person's case. */
export function caseTextContext(place: CaseTextPlace): CipherContext {
  const { tenantId, personId, caseId, textId, author, sequence } = place;
  return {
    table: 'case_text',
    column: 'body',
    tenantId,
    personId,
    conversationId: caseId,
    messageId: textId,
    role: author,
    sequence,
  };
}

export function caseKeyContext(owner: { tenantId: string; personId: string; id: string }): DataKeyContext {
  return { scope: 'case', scopeId: owner.id, tenantId: owner.tenantId, personId: owner.personId };
}
