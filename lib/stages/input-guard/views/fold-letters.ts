import 'server-only';

/**
 * Where letters with accents stand, those signs, decorated and drawn letters: Latin, Greek, Cyrillic and Arabic, and whatever lies beyond
 * the basic plane. Other scripts stay as they are.
 */
const FOLDABLE =
  /[\u00c0-\u058f\u0600-\u08ff\u1ab0-\u1aff\u1d00-\u1fff\u20d0-\u20f0\ua720-\ua7ff\ud800-\udfff]/;
/** Accents of Latin, Greek and Cyrillic, Arabic vowel signs and stretching: people leave them out, attackers pile them up. */
const MARKS =
  /[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u0640\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]/g;
/** Letters in boxes and circles, and the letters that flags are made of: A to Z in a row from each of these. */
const DECORATED_STARTS = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6] as const;
const DECORATED = /[\u{1f130}-\u{1f149}\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ';
const SMALL_CAPITALS_AS = 'abcdefghijklmnopqrstuvwyz';
const UPSIDE_DOWN = 'ɐɔǝɟƃᴉɾʞɯɹʇʌʍʎ';
const UPSIDE_DOWN_AS = 'acefgijkmrtvwy';
const PLAIN: ReadonlyMap<string, string> = new Map(
  [...SMALL_CAPITALS, ...UPSIDE_DOWN].map((letter, at) => [
    letter,
    (SMALL_CAPITALS_AS + UPSIDE_DOWN_AS).charAt(at),
  ]),
);
const DRAWN = new RegExp(`[${SMALL_CAPITALS}${UPSIDE_DOWN}]`, 'g');

/**
 * The letters of a screening form as the classifier reads them: without accents, decorated letters as plain ones.
 * What has none of them comes back as it is.
 */
export function foldLetters(form: string): string {
  if (!FOLDABLE.test(form)) return form;
  return form
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(DECORATED, plainLetter)
    .replace(DRAWN, (letter) => PLAIN.get(letter) ?? letter);
}

function plainLetter(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const start = DECORATED_STARTS.findLast((from) => code >= from) ?? code;
  return String.fromCharCode(0x61 + code - start);
}
