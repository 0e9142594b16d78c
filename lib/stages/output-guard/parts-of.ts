import 'server-only';

/**
 * What no pass looks at while it waits for nothing: letters, digits and punctuation that neither begins markup, an
 * escape or a key nor is emphasis, and common white space.
 */
const PLAIN = /[A-Za-z0-9"#$%'()+,./:;=>?@^{|}£§°«»À-ÖØ-öø-ÿ–—‘’“”„•…‹›€ \n]/;
/** What passes look at only where a run of plain characters begins or ends with it. */
const JOINING = /[*_~`-]/;
const [IS_OTHER, IS_JOINING, IS_PLAIN] = [0, 1, 2];
/** By UTF-16 code unit. */
const KINDS = Uint8Array.from({ length: '€'.charCodeAt(0) + 1 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (PLAIN.test(character)) return IS_PLAIN;
  return JOINING.test(character) ? IS_JOINING : IS_OTHER;
});

/**
 * Hands on a text in parts: runs of plain characters, and other characters one by one. Most of an answer is plain,
 * and a run costs what a character costs. A pass that waits for something takes a run one character at a time, so how
 * a text is cut into runs can't change a result.
 */
export function eachPart(text: string, take: (part: string) => void): void {
  for (let from = 0; from < text.length;) {
    const part = partAt(text, from, text.length);
    take(part);
    from += part.length;
  }
}

/** The part that begins there; a run goes at most to `most`. */
export function partAt(text: string, from: number, most: number): string {
  if (isPlainAt(text, from)) return text.slice(from, runEnd(text, from, most));
  return text.slice(from, from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1));
}

/**
 * Hands a part on one character at a time for as long as a pass waits for something, and what is left of a run as a run: the
 * same as if the text had been cut there.
 */
export function whileWaiting(
  part: string,
  isWaiting: () => boolean,
  takeOne: (character: string) => void,
  take: (run: string) => void,
): void {
  for (let at = 0; at < part.length;) {
    if (isPlainAt(part, at) && !isWaiting()) return take(part.slice(at));
    const character = part.slice(at, at + ((part.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
    takeOne(character);
    at += character.length;
  }
}

/** Whether a part is a run of plain characters, of one or more. */
export function isPlain(part: string): boolean {
  return isPlainAt(part, 0);
}

/** Whether a character may stand within a run. */
export function mayJoin(character: string): boolean {
  return (KINDS[character.charCodeAt(0)] ?? IS_OTHER) !== IS_OTHER;
}

/** The white space of runs, by its code. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a;
}

/** Hands on a run word by word, each with the space or line break that ends it, if there is one. */
export function eachWord(run: string, take: (word: string, space: string) => void): void {
  let from = 0;
  for (let at = 0; at < run.length; at += 1) {
    if (!isSpace(run.charCodeAt(at))) continue;
    take(run.slice(from, at), run.charAt(at));
    from = at + 1;
  }
  if (from < run.length) take(run.slice(from), '');
}

/** A run ends in a plain character. Two hyphens may begin a key. */
function runEnd(text: string, from: number, most: number): number {
  let end = from + 1;
  for (let at = end; at < text.length && at < most; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? IS_OTHER;
    if (kind === IS_PLAIN) end = at + 1;
    else if (kind === IS_OTHER || (text[at] === '-' && text[at - 1] === '-')) break;
  }
  return end;
}

function isPlainAt(text: string, index: number): boolean {
  return KINDS[text.charCodeAt(index)] === IS_PLAIN;
}
