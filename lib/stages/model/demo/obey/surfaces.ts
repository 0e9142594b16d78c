import 'server-only';
import { fold } from '../normalise.ts';

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** A text as written, and what it may be hiding: base64, letters spaced out, figures for letters. */
export function surfacesOf(text: string): string[] {
  const found = [text, ...decoded(text)];
  const spaced = text.replace(/(?:\b\p{L}(?:[ ._-])){3,}\p{L}\b/gu, (run) => run.replace(/[ ._-]/g, ''));
  if (spaced !== text) found.push(spaced);
  const leet = text.replace(/(?<=\p{L})[01345@$!7]+(?=\p{L})|\b[01345@$7]+(?=\p{L}{2})/gu, (run) =>
    [...run].map((one) => LEET[one] ?? one).join(''),
  );
  if (leet !== text) found.push(leet);
  return found;
}

function decoded(text: string): string[] {
  return [...text.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)].flatMap(([chunk]) => {
    const plain = Buffer.from(chunk, 'base64').toString('utf8');
    return /^[\p{L}\p{N}\p{P}\p{Zs}\n]{10,}$/u.test(plain) && /\p{L}{3,} /u.test(plain) ? [plain] : [];
  });
}

/** The folded form patterns are read on; apostrophes and line breaks evened out. */
export function patternForm(text: string): string {
  return fold(text).replace(/\s+/g, ' ');
}
