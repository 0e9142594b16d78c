import 'server-only';
import { squash } from './squash.ts';

/** The forms, squashed, in which a model is asked to smuggle text out: as it is, reversed, rot13, hexadecimal, base64. */
export function encodedForms(text: string): string[] {
  const plain = squash(text);
  const bytes = Buffer.from(text, 'utf8');
  return [
    plain,
    [...plain].toReversed().join(''),
    plain.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97)),
    bytes.toString('hex'),
    ...[0, 1, 2].map((offset) => base64Interior(bytes, offset)),
  ];
}

/** The characters of the base64 of any longer text that depend on these bytes alone, when they start at this offset of three. */
function base64Interior(bytes: Buffer, offset: number): string {
  const whole = Math.floor((offset + bytes.length) / 3) * 3 - offset;
  const padded = Buffer.concat([Buffer.alloc(offset), bytes.subarray(0, whole)]);
  return squash(padded.toString('base64').slice(offset === 0 ? 0 : 4));
}
