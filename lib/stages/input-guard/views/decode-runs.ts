import 'server-only';

/** A run that may be an encoding, and its bytes. Each class of characters repeats without alternatives: linear. */
type Encoding = { readonly pattern: RegExp; readonly decode: (run: string) => string };

const ENCODINGS: readonly Encoding[] = [
  {
    // Also base64 broken into lines, as mail programs do.
    pattern: /[A-Za-z0-9+/_-]{12,}(?:\r?\n[A-Za-z0-9+/_-]{12,})*={0,2}/g,
    decode: (run) => Buffer.from(run, 'base64').toString('utf8'),
  },
  {
    pattern: /(?:(?:\\x|0x)?[0-9a-fA-F]{2}[ ,:]?){8,}/g,
    decode: (run) => Buffer.from(run.replace(/\\x|0x|[^0-9a-fA-F]/g, ''), 'hex').toString('utf8'),
  },
  {
    pattern: /(?:[01]{8} ?){5,}/g,
    decode: (run) =>
      Buffer.from((run.match(/[01]{8}/g) ?? []).map((bits) => Number.parseInt(bits, 2))).toString('utf8'),
  },
];
const MAX_RUNS = 64;
const MAX_DEPTH = 3;
/** From this share of readable characters on, bytes are taken for text. */
const READABLE_SHARE = 0.85;
/** As much of it is looked at. */
const SAMPLE = 600;
const READABLE = /[\p{L}\p{M}\p{N}\p{P}\p{Zs}\n\t=+]/gu;

/** What the base64, hexadecimal and binary runs of a text say, nested ones too; empty where none says anything. */
export function decodeRuns(text: string): string {
  let level = text;
  const found: string[] = [];
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const decoded = ENCODINGS.flatMap(({ pattern, decode }) =>
      (level.match(pattern) ?? []).slice(0, MAX_RUNS).map(decode).filter(isText),
    ).join('\n');
    if (decoded === '') break;
    found.push(decoded);
    level = decoded;
  }
  return found.join('\n');
}

function isText(decoded: string): boolean {
  if (decoded.length < 6 || !decoded.includes(' ')) return decoded.length >= 12 && share(decoded) === 1;
  return share(decoded) >= READABLE_SHARE;
}

/** The readable share of its beginning; what is no UTF-8 decodes to U+FFFD, which is not readable. */
function share(text: string): number {
  const sample = text.slice(0, SAMPLE);
  return (sample.match(READABLE)?.join('').length ?? 0) / sample.length;
}
