import 'server-only';
import { fold } from '../normalise.ts';
import { shareKnown } from './vocabulary/ideas.ts';
import { closeGaps, withLetters } from './respell.ts';

/** Share of known words from which a decoded text is taken for one. */
const READABLE = 0.3;

/** A text as written, and what it may be hiding: in another writing, letters spaced out, figures for letters. */
export function surfacesOf(text: string): string[] {
  return [text, ...hiddenIn(text)];
}

/** Only what a text hides. */
export function hiddenIn(text: string): string[] {
  const bare = text.normalize('NFKC').replace(/[\p{Cf}\u{e0000}-\u{e007f}]/gu, '');
  const tags = [...text.matchAll(/[\u{e0020}-\u{e007e}]/gu)].map(([one]) => String.fromCodePoint((one.codePointAt(0) ?? 0) - 0xe0000)).join('');
  const found = [tags.length > 8 ? tags : '', bare, ...decoded(bare), closeGaps(bare), withLetters(bare)].filter((one) => one !== '' && one !== text);
  return [...new Set(found)];
} // prettier-ignore

function decoded(text: string): string[] {
  return [
    ...chunks(text, /[A-Za-z0-9+/_-]{16,}={0,2}/g, (chunk) => Buffer.from(chunk, 'base64').toString('utf8')),
    ...chunks(text, /(?:[0-9a-f]{2}[\s:]?){8,}/gi, (chunk) =>
      Buffer.from(chunk.replace(/[^0-9a-f]/gi, ''), 'hex').toString('utf8'),
    ),
    ...chunks(text, /(?:%[0-9a-f]{2}|[\w.+-]){12,}/gi, percent),
    ...whole(text, rot13),
    ...whole(text, (one) => [...one].toReversed().join('')),
  ].flatMap((one) => [one, withLetters(one)].filter((each, at, all) => all.indexOf(each) === at));
}

function chunks(text: string, pattern: RegExp, decode: (chunk: string) => string): string[] {
  return [...text.matchAll(pattern)].flatMap(([chunk]) => {
    const plain = decode(chunk);
    return plain !== chunk && /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\n]{8,}$/u.test(plain) && /\p{L}{3,}[\s,]|[^\p{ASCII}]{4,}/u.test(plain) ? [plain] : [];
  });
} // prettier-ignore

/** The whole text turned into another one, if that reads better than it did. */
function whole(text: string, turn: (text: string) => string): string[] {
  const turned = turn(text);
  const [now, then] = [shareKnown(patternForm(text)), shareKnown(patternForm(turned))];
  return then >= READABLE && then > now + 0.2 ? [turned] : [];
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode((((letter.charCodeAt(0) & 31) + 12) % 26) + (letter.charCodeAt(0) & 96) + 1),
  );
}

function percent(chunk: string): string {
  try {
    return chunk.includes('%') ? decodeURIComponent(chunk).replaceAll('+', ' ') : chunk;
  } catch {
    return chunk;
  }
}

/** The folded form patterns are read on; apostrophes and line breaks evened out. */
export function patternForm(text: string): string {
  return fold(text).replace(/\s+/g, ' ');
}
