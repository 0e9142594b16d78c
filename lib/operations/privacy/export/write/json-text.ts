import 'server-only';
import { type ExportedAbout } from '#lib/contract/export-about.ts';
import { EXPORT_SCHEMA_PATH, EXPORT_VERSION } from '#lib/contract/export-file.ts';
import { BRAND } from '#lib/contract/brand.ts';
import { env } from '#lib/kernel/env.ts';
import { type ConversationHead, readConversations, readMessages } from '../read/conversations.ts';
import { readCases } from '../read/cases.ts';
import { readChanges } from '../read/changes.ts';
import { readAttacks, readAudit, readMails, readUsage } from '../read/lists.ts';
import type { Reader } from '../read/pages.ts';
import { readTurns } from '../read/turns.ts';

export const NOTICE =
  'Texts marked "generated_by": {"kind": "model"} were written by an AI model and may be wrong; amounts on invoices are what counts.';

export type Source = {
  readonly reader: Reader;
  readonly exportId: string;
  readonly createdAt: string;
  readonly about: ExportedAbout;
  /** Called for each message that was written. */
  readonly onMessage: () => void;
};

/** Every list of the file after the conversations. A new table about a person gets its reader and its line here. */
export const LISTS = {
  turns: readTurns,
  cases: readCases,
  changes: readChanges,
  attacks: readAttacks,
  mails: readMails,
  usage: readUsage,
  audit: readAudit,
} as const satisfies Record<string, (reader: Reader) => AsyncIterable<object>>;

/** `export.json`, in pieces: what is in it is in no order but that of `exportFileSchema`, and none of it is held in memory. */
export async function* jsonText(source: Source): AsyncGenerator<string> {
  const head = {
    $schema: `${env().PUBLIC_URL}${EXPORT_SCHEMA_PATH}`,
    format: 'countersign-account-export',
    version: EXPORT_VERSION,
    exportId: source.exportId,
    createdAt: source.createdAt,
    generated_by: { kind: 'application', notice: `Made by ${BRAND.name}. ${NOTICE}` },
    ...source.about,
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"conversations":`;
  yield* arrayText(conversationTexts(source));
  for (const [name, read] of Object.entries(LISTS)) {
    yield `,\n${JSON.stringify(name)}:`;
    yield* arrayText(texts(read(source.reader)));
  }
  yield '}\n';
}

/** Items are given as pieces too: a conversation may be longer than anything that should be in memory. */
async function* arrayText(items: AsyncIterable<AsyncIterable<string>>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const item of items) {
    yield separator;
    yield* item;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]' : '\n]';
}

async function* texts(items: AsyncIterable<object>): AsyncGenerator<AsyncIterable<string>> {
  for await (const item of items) yield one(JSON.stringify(item));
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}

async function* conversationTexts(source: Source): AsyncGenerator<AsyncIterable<string>> {
  for await (const head of readConversations(source.reader)) yield conversationText(source, head);
}

async function* conversationText(source: Source, head: ConversationHead): AsyncGenerator<string> {
  const { id, title, createdAt, updatedAt, expiresAt } = head;
  yield `${JSON.stringify({ id, title, createdAt, updatedAt, expiresAt }).slice(0, -1)},"messages":`;
  yield* arrayText(messageTexts(source, id));
  yield '}';
}

async function* messageTexts(
  { reader, onMessage }: Source,
  id: string,
): AsyncGenerator<AsyncIterable<string>> {
  for await (const message of readMessages(reader, id)) {
    onMessage();
    yield one(JSON.stringify(message));
  }
}
