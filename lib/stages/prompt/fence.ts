import 'server-only';
import { fault } from '#faults';
import { TAGS } from './policy.ts';

const NAMES = Object.values(TAGS).join('|');
/** The start of anything that could be read as one of our tags or as a special token of a chat format. */
const FAKE_TAG = new RegExp(
  `[<‹＜](?=[\\s\\u00a0]{0,3}[/／]?[\\s\\u00a0]{0,3}(?:${NAMES}|system|assistant|\\|))|<(?=\\|)`,
  'giu',
);
const CHAT_TOKEN = /\[(?=\/?INST\])|\|(?=>)/gi;

/** What a person wrote, as data: imitation tags lose their first character, everything else stays as typed. */
export function fenceUserText(suffix: string, text: string): string {
  return `<${TAGS.user}_${suffix}>\n${neutralise(text)}\n</${TAGS.user}_${suffix}>`;
}

/** JSON in which no markup or chat token can begin; parses to the same value. */
export function escapeJson(json: string): string {
  if (fault('tool-text-not-escaped')) return json;
  return json
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replace(/\[(?=\/?INST\])/gi, '\\u005b');
}

/** Imitation tags and chat tokens are broken up: `<user_input` becomes `‹user_input`. Idempotent. */
export function neutralise(text: string): string {
  if (fault('fences-not-neutralised')) return text;
  return text.replace(FAKE_TAG, '‹').replace(CHAT_TOKEN, ' ');
}
