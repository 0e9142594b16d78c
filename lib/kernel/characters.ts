import 'server-only';

/**
 * Which characters carry hidden text or change how text is shown, as one table of code-point ranges (both ends
 * included). Source: Unicode 16 general categories Cc, Cf, Co, Cs, noncharacters, default-ignorable code points.
 * Visible format characters (Arabic number signs) are absent on purpose.
 */
const REMOVED_RANGES = [
  [0x00, 0x08], // C0 controls but tab and newline
  [0x0b, 0x1f],
  [0x7f, 0x9f], // delete, C1
  [0xad, 0xad], // soft hyphen
  [0x034f, 0x034f], // combining grapheme joiner
  [0x061c, 0x061c], // Arabic letter mark
  [0x115f, 0x1160], // Hangul fillers
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200b], // zero-width space
  [0x200e, 0x200f], // direction marks
  [0x2028, 0x202e], // separators, bidi embeddings and overrides
  [0x2060, 0x206f], // word joiner, invisible operators, isolates
  [0x3164, 0x3164],
  [0xd800, 0xdfff], // lone surrogates: pairs arrive here as one code point
  [0xe000, 0xf8ff], // private use
  [0xfdd0, 0xfdef], // noncharacters
  [0xfe00, 0xfe0d], // variation selectors 1–14
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe001f],
  [0xe0080, 0x10ffff], // variation selectors supplement, private planes
] as const;

const LAST_UNIT = 0xffff;
const hex = (code: number): string => `\\u{${code.toString(16)}}`;
const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
const REMOVED = new RegExp(
  `[${REMOVED_RANGES.map(([from, to]) => `${hex(from)}-${hex(to)}`).join('')}]`,
  'gu',
);

/** Half a character that may be removed: without one of these, which is quick to see, nothing is. */
const MAYBE_REMOVED = new RegExp(
  `[${REMOVED_RANGES.filter(([from]) => from <= LAST_UNIT)
    .map(([from, to]) => `${unit(from)}-${unit(Math.min(to, LAST_UNIT))}`)
    .join('')}]`,
);

/** Characters that are invisible but may carry meaning, depending on their neighbours. */
const CONDITIONAL = /[\u200c-\u200d\ufe0e-\ufe0f\u{e0020}-\u{e007f}]/u;

/** Scripts whose spelling uses joiners and non-joiners. */
const JOINING =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}' +
  '\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}';
const PICTURE = '\\p{Extended_Pictographic}[\\u{1f3fb}-\\u{1f3ff}]?';
/** The three subdivision flags in general use: England, Scotland, Wales. */
const FLAG_TAGS = ['gbeng', 'gbsct', 'gbwls'].map((name) =>
  [...name].map((letter) => hex(0xe0000 + letter.charCodeAt(0))).join(''),
);

const MEANINGLESS = new RegExp(
  [
    // A joiner between parts of one emoji, or between letters of a script that needs it, stays.
    `(?<!${PICTURE}\\ufe0f?)(?<![${JOINING}])\\u200d`,
    `(?<=${PICTURE}\\ufe0f?)\\u200d(?!\\p{Extended_Pictographic})`,
    `(?<=[${JOINING}])\\u200d(?![${JOINING}])`,
    `(?<![${JOINING}])\\u200c`,
    `\\u200c(?![${JOINING}])`,
    // An emoji or keycap may choose its presentation.
    `(?<!${PICTURE}|[0-9#*])[\\ufe0e\\ufe0f]`,
    `(?<=[0-9#*])\\ufe0e`,
    `(?<=[0-9#*])\\ufe0f(?!\\u20e3)`,
    // Tag characters spell flags and nothing else.
    `(?<!\\u{1f3f4}(?:${FLAG_TAGS.map(prefixes).join('|')}))[\\u{e0020}-\\u{e007e}]`,
    `(?<!\\u{1f3f4}(?:${FLAG_TAGS.join('|')}))\\u{e007f}`,
  ].join('|'),
  'gu',
);

/** Alternatives for every proper prefix of one flag's tags, each only where the next tag continues the flag. */
function prefixes(tags: string): string {
  const parts = tags.match(/\\u\{[0-9a-f]+\}/g) ?? [];
  const rest = (from: number): string => `${parts.slice(from).join('')}\\u{e007f}`;
  return parts.map((_, index) => `${parts.slice(0, index).join('')}(?=${rest(index)})`).join('|');
}

/** True for the joiners, presentation selectors and tags whose neighbours decide. */
export function isConditional(character: string): boolean {
  return CONDITIONAL.test(character);
}

/** Drops joiners, selectors and tags that mean nothing where they stand. Idempotent. */
export function dropMeaninglessJoiners(text: string): string {
  return CONDITIONAL.test(text) ? text.replace(MEANINGLESS, '') : text;
}

/** Drops what is never shown and never needed. Newline and tab stay. */
export function dropInvisible(text: string): string {
  return MAYBE_REMOVED.test(text) ? text.replace(REMOVED, '') : text;
}
