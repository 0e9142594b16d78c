import 'server-only';
import { turn13 } from '../run/written-as.ts';

/** More of a text is not looked at, in characters. */
const LOOKED_AT_MAX = 1_500_000;
/** A text shorter than this would be found by chance once its spaces are gone. */
const COMPACT_MIN = 8;

/** A text as it stands, and as whoever receives it could read it: decoded, turned back, letters joined. */
export function viewsOf(text: string): string[] {
  const whole = text.slice(0, LOOKED_AT_MAX);
  const decoded = [...fromBase64(whole), ...fromHex(whole), fromPercent(whole)];
  const views = [whole, ...decoded, [...whole].toReversed().join(''), turn13(whole)];
  return [...new Set(views)].map((view) => view.toLowerCase());
}

/** What stands in a text in base64 or hexadecimal, read. */
export function decodedFrom(text: string): string[] {
  const whole = text.slice(0, LOOKED_AT_MAX);
  return [...fromBase64(whole), ...fromHex(whole)];
}

/** Whether any view holds that text, as written or with everything but letters and figures left out. */
export function holds(views: readonly string[], wanted: string): boolean {
  const plain = wanted.toLowerCase();
  const compact = compactOf(plain);
  return views.some(
    (view) => view.includes(plain) || (compact.length >= COMPACT_MIN && compactOf(view).includes(compact)),
  );
}

export function compactOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function fromBase64(text: string): string[] {
  return [...text.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g)].flatMap(([chunk]) => {
    const plain = Buffer.from(chunk, 'base64').toString('utf8');
    return /^[\p{L}\p{N}\p{P}\p{S}\p{Z}\s]{6,}$/u.test(plain) ? [plain] : [];
  });
}

function fromHex(text: string): string[] {
  return [...text.matchAll(/(?:[0-9a-f]{2}[ :-]?){8,}/gi)].map(([chunk]) =>
    Buffer.from(chunk.replace(/[^0-9a-f]/gi, ''), 'hex').toString('utf8'),
  );
}

function fromPercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}
