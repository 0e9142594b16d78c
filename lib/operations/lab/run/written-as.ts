import 'server-only';
import type { StepOf } from '#lib/contract/lab/scene.ts';

type Writing = NonNullable<StepOf<'say'>['write']>;

const LEET: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };

/** A text in another writing, as attackers dress it. */
const WRITINGS: Readonly<Record<Writing, (text: string) => string>> = {
  plain: (text) => text,
  base64: (text) => Buffer.from(text, 'utf8').toString('base64'),
  hex: (text) => Buffer.from(text, 'utf8').toString('hex'),
  rot13: turn13,
  reversed: (text) => [...text].toReversed().join(''),
  spaced: (text) => [...text].join(' '),
  leet: (text) => text.replace(/[aeiost]/gi, (letter) => LEET[letter.toLowerCase()] ?? letter),
  'full-width': (text) => text.replace(/[!-~]/g, (one) => String.fromCodePoint(one.charCodeAt(0) + 0xfee0)),
  // Unicode's tag characters: readable for a model, invisible for a person.
  tags: (text) => text.replace(/[ -~]/g, (one) => String.fromCodePoint(0xe0000 + one.charCodeAt(0))),
  'zero-width': (text) => [...text].join('\u200b'),
};

export function writtenAs(text: string, writing: Writing): string {
  return WRITINGS[writing](text);
}

export function turn13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode((((letter.charCodeAt(0) & 31) + 12) % 26) + (letter.charCodeAt(0) & 96) + 1),
  );
}
