import 'server-only';

/**
 * What no pass looks at while it waits for nothing: letters, digits and punctuation that neither begins markup, an
 * escape or a key nor is emphasis, and common white space.
 */
const PLAIN = `A-Za-z0-9"#$%'()+,./:;=>?@^{|}£§°«»À-ÖØ-öø-ÿ–—‘’“”„•…€ \\n`;
/** Emphasis and single hyphens are looked at only where a run of plain characters begins or ends with them. */
const PARTS = new RegExp(`[${PLAIN}]+(?:(?:[*_~\`]+|-)[${PLAIN}]+)*|[^]`, 'gu');
const WORDS = /[^ \n]+[ \n]?|[ \n]/g;

const BEGINS_PLAIN = new RegExp(`[${PLAIN}]`);
/** By UTF-16 code unit. */
const IS_PLAIN = Uint8Array.from({ length: '€'.charCodeAt(0) + 1 }, (_, code) =>
  BEGINS_PLAIN.test(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * A text in the parts that go from pass to pass: a run of plain characters, or one code point. Most of an answer is
 * plain, and a run costs what a character costs. A pass that waits for something takes a run one character at a time,
 * so how a text is cut into runs can't change a result.
 */
export function partsOf(text: string): readonly string[] {
  return text.match(PARTS) ?? [];
}

/** Whether a part is a run of plain characters, of one or more. */
export function isPlain(part: string): boolean {
  return IS_PLAIN[part.charCodeAt(0)] === 1;
}

/** A run in words, each with the space or line break after it. */
export function wordsOf(run: string): readonly string[] {
  return run.match(WORDS) ?? [];
}
