import 'server-only';
import { LEXICON_WORDS } from './known-words.ts';

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
};
/** Words of figures and letters from which a text counts as written so throughout, and the share of them. */
const LEET_WORDS = 2;
const LEET_SHARE = 0.3;
/** Single letters in a row from which they are one text spaced out. */
const SPACED_LETTERS = 6;

/** Figures for letters read as letters: in words that mix them, and everywhere where a text is full of such words. Addresses stay. */
export function withLetters(text: string): string {
  const tokens = text.split(/(\s+)/);
  const mixed = tokens.filter((one) => isMixed(one)).length;
  const words = tokens.filter((one) => /[\p{L}\d]/u.test(one)).length;
  const isFull = mixed >= LEET_WORDS && mixed / Math.max(1, words) >= LEET_SHARE;
  return tokens.map((one) => (isMixed(one) || (isFull && isWritten(one)) ? inLetters(one) : one)).join('');
}

function isAddress(token: string): boolean {
  return /:\/\/|^www\.|\w@\w[\w-]*\.\w{2,}|\.\w{2,4}\//.test(token);
}

function isMixed(token: string): boolean {
  if (isAddress(token) || /^base-?64\W*$|^rot-?13\W*$|_/i.test(token)) return false;
  return /\p{L}[01345789@$!|+]+\p{L}|^[01345789@$]+\p{L}{2,}|\p{L}{2,}[013457$]+\W*$|\p{L}[013457@$]+\p{L}*[013457@$]/u.test(token) && !/^\p{L}{1,4}[-_]?\d{2,}\W*$|^\d{2,}[-.]?\p{L}{0,2}\W*$/u.test(token);
} // prettier-ignore

/** Where a text is full of such words: everything with figures, "4" and "70" too. */
function isWritten(token: string): boolean {
  return !isAddress(token) && !/^base-?64\W*$/i.test(token) && /[01345789@$]/.test(token);
}

function inLetters(token: string): string {
  const end = /[!?.,]*$/.exec(token)?.[0] ?? '';
  return token.slice(0, token.length - end.length).replace(/[01345678@$!|+9]/g, (one) => LEET[one] ?? one) + end;
} // prettier-ignore

/** Letters that stand apart moved together again. Wider gaps are those between words; where there are none, known words are cut out. */
export function closeGaps(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])(?:[\p{L}\p{N}@.'][ \t._|*~/-]{1,6}){5,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu, (run) => {
    const letters = run.match(/[\p{L}\p{N}]/gu) ?? [];
    if (letters.length < SPACED_LETTERS) return run;
    const gap = /^\S([^\p{L}\p{N}]+)/u.exec(run)?.[1] ?? ' ';
    const words = run.split(/\s*[/|]\s*|[ \t]{2,}/).filter((one) => one !== '');
    const byDots = words.length > 1 ? words : gap.includes(' ') ? [run] : run.split(' ');
    const closed = byDots.map((one) => one.replace(/[ \t._|*~/-]/g, ''));
    return (closed.length > 1 ? closed : cutWords(closed[0] ?? '')).join(' ');
  });
} // prettier-ignore

/** A row of letters as words of the lexicon, the fewest possible; as it is where it has none. */
function cutWords(row: string): string[] {
  const low = row.toLowerCase();
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= low.length; end += 1) {
    for (let start = Math.max(0, end - 16); start < end; start += 1) {
      const before = best[start];
      const word = low.slice(start, end);
      if (!before || !LEXICON_WORDS.has(word)) continue;
      if (!best[end] || before.length + 1 < (best[end]?.length ?? 0)) best[end] = [...before, word];
    }
  }
  return best[low.length] ?? [row];
}
