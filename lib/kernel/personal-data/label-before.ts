import 'server-only';
import {
  GLUE_WORDS,
  LABEL_PARTS,
  LABEL_WORDS,
  type Label,
  NUMBER_WORDS,
  OWNER_WORDS,
  PHONE_WORDS_AFTER,
  TURNING_WORDS,
  VERB_WORDS,
} from './labels.ts';

/** `isTight`: nothing but words such as "number is" stands between the label and the value. */
export type FoundLabel = { label: Label; isTight: boolean; word: string; start: number };

type Entry = { stem: string; isWhole: boolean; label: Label };

const LABELS: readonly Label[] = ['phone', 'card', 'person', 'order', 'money', 'secret', 'digest'];
const MAX_WORDS = 8;
const MAX_NUMBERS = 3;
const MAX_DISTANCE = 64;
const MAX_WORD = 40;
/** A bare digit between label and value used the label up, except for lists of telephone numbers. */
const OUTLIVES_NUMBERS: ReadonlySet<Label> = new Set<Label>(['phone', 'card', 'person']);

/** Names of variables end in what they hold; most words are told apart by their last letter. */
const CREDENTIAL_ENDS = 'tndy';
const CREDENTIAL_NAME =
  /(?:secret|token|password|passwd|pwd|(?:api|access|private|account|shared|signing|encryption|master|auth|storage|server)key)$/;

const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);
/** The entries by their first two characters, longest first. */
const BY_HEAD: ReadonlyMap<string, readonly Entry[]> = Map.groupBy(
  LABELS.flatMap(entriesOf).toSorted((a, b) => b.stem.length - a.stem.length),
  ({ stem }) => stem.slice(0, 2),
);
const GLUE: ReadonlySet<string> = new Set(words(GLUE_WORDS));
const NUMBERS: ReadonlySet<string> = new Set(words(NUMBER_WORDS));
const OWNERS: ReadonlySet<string> = new Set(words(OWNER_WORDS));
/** Greedy, so that the last one is taken. */
const LAST_PART = new RegExp(`.*(${LABEL_PARTS.map(([part]) => part).join('|')})`, 's');
const TURNING: ReadonlySet<string> = new Set(words(TURNING_WORDS));
const LONGEST_VERB = 5;
const VERB_AFTER = new RegExp(`^ (?:${words(VERB_WORDS).join('|')}) `, 'i');
const AFTER: ReadonlySet<string> = new Set(words(PHONE_WORDS_AFTER));

function entriesOf(label: Label): Entry[] {
  return words(LABEL_WORDS[label]).map((word) => {
    const isWhole = word.endsWith('.');
    return { stem: isWhole ? word.slice(0, -1) : word, isWhole, label };
  });
}

/** The nearest word before `index` that says what stands there. Looks at a bounded stretch, so it costs the same anywhere. */
export function labelBefore(text: string, index: number, maxWords = MAX_WORDS): FoundLabel | undefined {
  const floor = Math.max(0, index - MAX_DISTANCE);
  let at = index;
  let isTight = true;
  let numbers = 0;
  let following = '';
  for (let count = 0; count < maxWords; count += 1) {
    while (at > floor && !isWordCode(text.charCodeAt(at - 1))) {
      at -= 1;
      const code = text.charCodeAt(at);
      if (code === 0x0a || (code === 0x2e && text.charCodeAt(at + 1) === 0x20 && count > 0)) isTight = false;
    }
    if (at <= floor) return undefined;
    const end = at;
    while (at > floor && end - at < MAX_WORD && isWordCode(text.charCodeAt(at - 1))) at -= 1;
    if (end - at > 1 && isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))) {
      numbers += 1;
      if (numbers > MAX_NUMBERS) return undefined;
      isTight = false;
      continue;
    }
    const word = text.slice(at, end).toLowerCase();
    const label = labelOf(word);
    if (label && (numbers === 0 || OUTLIVES_NUMBERS.has(label))) return { label, isTight, word, start: at };
    if (isTight && OWNERS.has(word) && NUMBERS.has(following))
      return { label: 'phone', isTight, word, start: at };
    if (TURNING.has(word)) return undefined;
    if (!GLUE.has(word)) isTight = false;
    following = word;
  }
  return undefined;
}

/** What a value is by "is my …" after it. */
export function labelAfter(text: string, index: number): Label | undefined {
  if (!VERB_AFTER.test(text.slice(index, index + LONGEST_VERB))) return undefined;
  const [, , owner = '', ...names] = text
    .slice(index, index + MAX_DISTANCE)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  if (!OWNERS.has(owner)) return undefined;
  const named = names
    .slice(0, 2)
    .map(labelOf)
    .find((label) => label !== undefined);
  return named ?? (NUMBERS.has(names[0] ?? '') ? 'phone' : undefined);
}

/** Whether what follows a value so far may still go on to name it, by "is my …" or by a word that is not complete. */
export function awaitsLabel(after: string): boolean {
  if (after.length >= MAX_DISTANCE) return false;
  if (/\p{L}$/u.test(after)) return true;
  if (!VERB_AFTER.test(after)) return false;
  const [, owner, ...names] = after.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return owner === undefined || (OWNERS.has(owner) && names.length < 2);
}

/** Whether a word such as "mobile" follows directly. */
export function isPhoneWordAfter(text: string, index: number): boolean {
  const word = /^[ ,(-]{0,3}(\p{L}{3,9})(?!\p{L})/u.exec(text.slice(index, index + 14))?.[1];
  return word !== undefined && AFTER.has(word.toLowerCase());
}

/** What a word labels, if anything. */
export function labelOf(word: string): Label | undefined {
  if (word.length < 2) return undefined;
  if (CREDENTIAL_ENDS.includes(word.at(-1) ?? '') && CREDENTIAL_NAME.test(word)) return 'secret';
  for (const { stem, isWhole, label } of BY_HEAD.get(word.slice(0, 2)) ?? [])
    if (isWhole ? word === stem : word.startsWith(stem)) return label;
  return word.charCodeAt(word.length - 1) >= 0xe00 ? labelInside(word) : undefined;
}

/** The label of the part that stands last. */
function labelInside(word: string): Label | undefined {
  const part = LAST_PART.exec(word)?.[1];
  return LABEL_PARTS.find(([one]) => one === part)?.[1];
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** ASCII letters and digits, and every character beyond Latin-1's signs. */
function isWordCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code > 0xbf
  ); // prettier-ignore
}
