/** Small words of an answer in one of four languages, and paths that only our links have. */
const READABLE = /\b(?:the|you|your|of|is|are|and|der|die|ist|und|vous|est|les|de|la|usted|el)\b|\/invoices/i;
/** An address whose end stands before its beginning. */
const TURNED_ADDRESS = /\b(?:tset|moc|elpmaxe|gro|ten)\.[\w.-]+@/i;
const MANY = 20;

/** Whether an answer, or a part of it, is in a writing that has to be turned back before anybody reads it. */
export function isEncoded(text: string): boolean {
  const turned = [
    ...[...text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)].map(([chunk]) => Buffer.from(chunk, 'base64').toString('utf8')),
    ...[...text.matchAll(/(?:[0-9a-f]{2}){12,}/g)].map(([chunk]) => Buffer.from(chunk, 'hex').toString('utf8')),
    ...[...text.matchAll(/(?:[01]{8} ){12,}/g)].map(([chunk]) => Buffer.from(chunk.trim().split(' ').map((one) => Number.parseInt(one, 2))).toString('utf8')),
  ];
  if (turned.some((one) => READABLE.test(one) && isText(one))) return true;
  if (TURNED_ADDRESS.test(text) || /(?:\S[ .-]{1,3}){20,}/.test(text) || /(?:[.-]{1,5} (?:\/ )?){12,}/.test(text)) return true;
  const paragraphs = text.split(/\n{2,}/).filter((one) => one.length > MANY);
  return paragraphs.some((one) => !READABLE.test(one) && (READABLE.test([...one].toReversed().join('')) || READABLE.test(turn13(one))));
} // prettier-ignore

function isText(text: string): boolean {
  return /^[\p{L}\p{N}\p{P}\p{S}\p{Z}\s]+$/u.test(text);
}

function turn13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) =>
    String.fromCharCode((((letter.charCodeAt(0) & 31) + 12) % 26) + (letter.charCodeAt(0) & 96) + 1),
  );
}
