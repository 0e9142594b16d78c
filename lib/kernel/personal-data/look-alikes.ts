import 'server-only';

/** Words that look drawn by lot and are public: what they are, and how they begin or read. */
const IDENTIFIERS = [
  /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i, // UUID
  /^(?:0x)?[0-9a-f]+$/i, // commits, digests, object ids, colours
  /^[0-9A-HJKMNP-TV-Z]{26}$/, // ULID
  /^(?:sha(?:1|224|256|384|512)|md5|blake[23][bs]?|crc32)[-:_=]/i, // digests that say so
  /^(?:data:|blob:|urn:|cid:)/i,
  /^(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[a-z0-9]{25,60})$/, // addresses of wallets
  /^h1:[A-Za-z0-9+/]{43}=$/, // go.sum
  /^(?:dpl|cus|sub|in|pi|ch|evt|prod|price|req|acct|txn|order|msg|file|run|thread|asst|chatcmpl|call)[-_][A-Za-z0-9]+$/, // ids that say so
];
/** How pictures, documents, archives and programs begin in base64. */
const FILE_HEADS =
  /^(?:iVBORw0KG|\/9j\/|R0lGOD|UklGR|Qk[0-3]|PHN2Zy|PD94bWw|AAABAA|JVBER|UEsDB|H4sI|N3q8r|UmFyI|AGFzb|f0VMR|TVqQA|T2dnU|SUkq|AAAA[HGI]|AAAA[BCE][23]|d09GM|d09GR|TUQ1|Rk9ST)/;

/** Whether a word that looks random is known to be public or to carry readable text. */
export function isLookAlike(word: string): boolean {
  return IDENTIFIERS.some((pattern) => pattern.test(word)) || FILE_HEADS.test(word) || isEncodedText(word);
}

/** Text in base64: what it hides is screened as text elsewhere. */
function isEncodedText(word: string): boolean {
  if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(word)) return false;
  const bytes = Buffer.from(word.slice(0, 96), 'base64');
  const readable = bytes.reduce((count, byte) => count + (isReadable(byte) ? 1 : 0), 0);
  return bytes.length > 0 && readable / bytes.length > 0.95;
}

function isReadable(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x09 || (byte >= 0x20 && byte < 0x7f);
}
