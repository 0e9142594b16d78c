import 'server-only';
import type { OwnNumbers } from './find-number.ts';

/** Ways to write one number differ in what stands between its letters and digits, and in how it is dialled from abroad. */
const DIALLED = /^(?:00|011)(?=[1-9])/;
const OPTIONAL_ZERO = /\(0\)/;
const COUNTRY_CODE = /^\+|^00/;
const LONGEST_CODE = 3;
/** So many digits of a telephone number after its calling code are the same number when dialled at home. */
const FEWEST_AT_HOME = 7;

/** Recognises numbers that may be shown, however they are spaced. */
export function ownNumbers(numbers: readonly string[]): OwnNumbers {
  // Most answers have no number that has to be recognised.
  let known: ReadonlySet<string> | undefined;
  return (written) => {
    known ??= new Set(numbers.flatMap(waysToDial));
    if (known.size === 0) return 0;
    if (known.has(keyOf(written))) return written.length;
    // Hours or an extension may follow: `+353 1 555 0143 (9-17)`.
    for (let end = written.length - 1; end > 0; end -= 1)
      if (/[^\p{L}\p{N}]/u.test(written.charAt(end)) && known.has(keyOf(written.slice(0, end)))) return end;
    return 0;
  };
}

function keyOf(written: string): string {
  const compact = written
    .replace(OPTIONAL_ZERO, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return compact.replace(DIALLED, '');
}

/** As it is, and from home: a zero in place of a calling code of one to three digits. */
function waysToDial(number: string): string[] {
  const key = keyOf(number);
  if (!COUNTRY_CODE.test(number)) return [key];
  const atHome = [1, 2, LONGEST_CODE].map((length) => key.slice(length));
  return [key, ...atHome.filter(({ length }) => length >= FEWEST_AT_HOME).map((rest) => `0${rest}`)];
}
