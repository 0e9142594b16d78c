import 'server-only';
import { createDataKey, type WrappedDataKey } from '#lib/kernel/cipher/data-keys.ts';
import { type DataKey, seal } from '#lib/kernel/cipher/envelope.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { conversationKeyContext, messageContext, titleContext } from './contexts.ts';
import { TITLE_CHARACTERS } from './policy.ts';

/** A person's message, sealed for the row it will be. */
export function sealMessage(
  viewer: Viewer,
  dataKey: DataKey,
  place: { conversationId: string; messageId: string; sequence: number },
  text: string,
) {
  return seal(dataKey, messageContext(viewer, 'body', { ...place, role: 'user' }), text);
}

/** The key and title of a conversation that does not exist yet. */
export async function beginConversation(viewer: Viewer, conversationId: string, firstText: string) {
  const { dataKey, stored } = await createDataKey(conversationKeyContext(viewer, conversationId));
  return {
    dataKey,
    stored: stored satisfies WrappedDataKey,
    sealedTitle: seal(dataKey, titleContext(viewer, conversationId), titleOf(firstText)),
  };
}

/** The first line of the message, cut at a word. */
export function titleOf(text: string): string {
  const line = text.trim().split('\n')[0]?.replace(/\s+/g, ' ') ?? '';
  if (line.length <= TITLE_CHARACTERS) return line;
  const cut = line.slice(0, TITLE_CHARACTERS);
  const space = cut.lastIndexOf(' ');
  return `${(space > TITLE_CHARACTERS / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
