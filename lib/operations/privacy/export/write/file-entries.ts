import 'server-only';
import { readConversations } from '../read/conversations.ts';
import type { Entry } from './entry.ts';
import { conversationName, conversationPage, indexText } from './html-text.ts';
import { jsonText, type Source } from './json-text.ts';

/** How often each message is written: once for machines, once for people. */
export const PASSES = 2;

/** What is in the file, in order. */
export async function* fileEntries(source: Source): AsyncGenerator<Entry> {
  yield { name: 'index.html', text: indexText(source) };
  yield { name: 'export.json', text: jsonText(source) };
  let place = 0;
  for await (const { id, title } of readConversations(source.reader)) {
    place += 1;
    yield { name: conversationName(place), text: conversationPage(source, id, title) };
  }
}
