import 'server-only';
import type {
  ExportedAudit,
  ExportedCase,
  ExportedChange,
  ExportedMail,
  ExportedMessage,
  GeneratedBy,
} from '#lib/contract/export-file.ts';
import { readConversations, readMessages } from '../read/conversations.ts';
import { readCases } from '../read/cases.ts';
import { readChanges } from '../read/changes.ts';
import { readAudit, readMails } from '../read/lists.ts';
import { NOTICE, type Source } from './json-text.ts';
import { escapeHtml, page, when } from './page-text.ts';

const WRITERS = {
  person: 'Written by you',
  staff: 'Written by our staff',
  application: 'Written by our application, without a model',
  model: 'Written by an AI model',
} as const satisfies Record<GeneratedBy['kind'], string>;

/** `index.html`: who you are here, what you asked for and what was noted. The conversations have pages of their own. */
export async function* indexText(source: Source): AsyncGenerator<string> {
  const { about, createdAt } = source;
  yield* page('Your data', async function* () {
    yield `<p>${escapeHtml(`Made on ${when(createdAt)}. The same, for machines, is in export.json.`)} ${escapeHtml(NOTICE)}</p>`;
    yield facts('You', { ...about.profile, organisation: about.profile.organisation.name });
    yield facts('Your settings', about.settings);
    yield facts('How you sign in', {
      password: about.signIn.passwordSetAt ? `set on ${when(about.signIn.passwordSetAt)}` : 'none',
      'other sign-ins': about.signIn.links.map(({ issuer }) => issuer).join(', ') || 'none',
      'second factor': about.signIn.secondFactor?.state ?? 'none',
    });
    yield* section('Conversations', conversationLinks(source));
    yield* section('Requests to a person', map(readCases(source.reader), caseHtml));
    yield* section('Changes you asked for or countersigned', map(readChanges(source.reader), changeHtml));
    yield* section('Mails to you', map(readMails(source.reader), mailHtml));
    yield* section('What the security log says about you', map(readAudit(source.reader), auditHtml));
  });
}

/** One conversation, all branches, each message with who wrote it. */
export async function* conversationPage(
  source: Source,
  id: string,
  title: string | null,
): AsyncGenerator<string> {
  yield* page(title ?? 'Unreadable conversation', async function* () {
    yield '<p><a href="../index.html">All of your data</a></p>';
    for await (const message of readMessages(source.reader, id)) {
      source.onMessage();
      yield messageHtml(message);
    }
  });
}

function messageHtml(message: ExportedMessage): string {
  const { generated_by: writer, text, tools, createdAt } = message;
  const model = writer.kind === 'model' && writer.model ? ` (${writer.model})` : '';
  const looked = tools.map(({ summary }) => `<li>${escapeHtml(summary)}</li>`).join('');
  return [
    `<article data-generated-by="${writer.kind}"><h2>${escapeHtml(WRITERS[writer.kind] + model)} <time>${escapeHtml(when(createdAt))}</time></h2>`,
    `<pre>${escapeHtml(text ?? 'This can’t be read any more.')}</pre>`,
    looked === '' ? '' : `<ul>${looked}</ul>`,
    '</article>',
  ].join('');
}

async function* conversationLinks(source: Source): AsyncGenerator<string> {
  let count = 0;
  for await (const { title, updatedAt } of readConversations(source.reader)) {
    count += 1;
    yield `<li><a href="${conversationName(count)}">${escapeHtml(title ?? 'Unreadable conversation')}</a> <time>${escapeHtml(when(updatedAt.toISOString()))}</time></li>`;
  }
}

/** By its place, never by its title: names of files are no place for what people write. */
export function conversationName(place: number): string {
  return `conversations/${String(place).padStart(4, '0')}.html`;
}

async function* section(title: string, items: AsyncIterable<string>): AsyncGenerator<string> {
  yield `<section><h2>${escapeHtml(title)}</h2><ul>`;
  let isEmpty = true;
  for await (const item of items) {
    isEmpty = false;
    yield item;
  }
  yield isEmpty ? '<li>None.</li></ul></section>' : '</ul></section>';
}

async function* map<Item>(items: AsyncIterable<Item>, draw: (item: Item) => string): AsyncGenerator<string> {
  for await (const item of items) yield draw(item);
}

function facts(title: string, values: object): string {
  const rows = Object.entries(values).map(
    ([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(String(value ?? 'none'))}</dd>`,
  );
  return `<section><h2>${escapeHtml(title)}</h2><dl>${rows.join('')}</dl></section>`;
}

function caseHtml({ kind, state, createdAt, texts }: ExportedCase): string {
  const words = texts.map(
    ({ generated_by: writer, text }) =>
      `<div data-generated-by="${writer.kind}"><strong>${escapeHtml(WRITERS[writer.kind])}</strong><pre>${escapeHtml(text)}</pre></div>`,
  );
  return `<li>${escapeHtml(`${kind}, ${state}, ${when(createdAt)}`)}${words.join('')}</li>`;
}

function changeHtml({ card, tool, state, decidedAt, effect }: ExportedChange): string {
  const lines = card?.lines.map(({ label, value }) => `${label}: ${value}`).join('; ') ?? '';
  const said = [card?.title ?? tool, lines, state, decidedAt && when(decidedAt), effect?.summary];
  return `<li>${escapeHtml(said.filter(Boolean).join('. '))}</li>`;
}

function mailHtml({ subject, body, createdAt }: ExportedMail): string {
  return `<li>${escapeHtml(subject)} <time>${escapeHtml(when(createdAt))}</time><pre>${escapeHtml(body)}</pre></li>`;
}

function auditHtml({ at, by, meaning, outcome }: ExportedAudit): string {
  return `<li><time>${escapeHtml(when(at))}</time> ${escapeHtml(`${meaning} (${by}, ${outcome})`)}</li>`;
}
