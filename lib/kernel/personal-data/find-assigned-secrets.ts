import 'server-only';
import { isDrawnByLot } from './is-drawn-by-lot.ts';
import { type FoundLabel, labelBefore } from './label-before.ts';
import { isLookAlike } from './look-alikes.ts';
import type { Stretch } from './span.ts';

/** A value, as far as quotes, brackets and separators of lists let it go. */
const VALUE = /[^\s"'`<>,;()[\]{}|]{6,512}/g;
/** A letter, and what words have not: a digit, a sign, a capital inside. */
const MIXED = /^(?=.*\p{L})(?=.*(?:[0-9=!@#$%^&*+?]|\p{Ll}\p{Lu}))/u;
/** `name=value` and `name:value` in one word, or a name in a script without spaces; an address such as `https://…` has no such name. */
const NAMED = /^[\u2e80-\uffff]+[:=]?|^[A-Za-z_.$-][\w.$-]{1,63}(?:=(?=[^=])|:(?!\/\/))/;
const QUERY = /[?&](?=[A-Za-z_.-]{2,40}=)/;
const PASSWORD_WORD =
  /^(?:.*pass(?:word|wd|phrase|code|e|wort)?|.*pwd|pw|motdepasse|kennwort|contrase.*|clave|senha|wachtwoord|has[lł]o|l[öo]senord|adgangskode|passord|salasana|heslo|jelszó|parola|[şs]ifre|парол.*|κωδικός|سر|סיסמה|पासवर्ड|sandi|khẩu|.*密码.*|.*密碼.*|.*パスワード.*|.*비밀번호.*|.*รหัสผ่าน.*)$/;
const ASSIGNED = /(?:[:=]|\b(?:is|ist|lautet|est|es|é|è|to|är|er|on|это)|[是は는은])["'`\s]*$/;
/** So far back the sign or the word that assigns is looked for; without one, so many words back the name. */
const LEAD = 12;
const MOST_GLUE = 2;
/** What `key` must stand with to open something, and what makes it a name for other things. */
const KEY_OF =
  /(?:api|access|secret|private|encryption|signing|service|account|auth|client|shared|master|storage|webhook|server|deploy|admin|app|ssh|aws|azure|google|openai|heroku|stripe|github|twilio|db)[\s_-]{0,2}$/i;
const NO_KEY =
  /(?:primary|foreign|public|idempotency|cache|partition|sort|translation|publishable|object)[\s_-]{0,2}$/i;
const ADDRESS = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$|^(?:https?|ftp):\/\/|^\/|^www\./i;
const CURL_USER = /(?<=\s-u[ =]?["']?)[^\s:"']{1,64}:[^\s"']{4,128}/g;

/** Passwords, keys and tokens by the name that stands before them, in variables, settings, headers and sentences. */
export function findAssignedSecrets(text: string): Stretch[] {
  const found: Stretch[] = text.includes(' -u') ? stretchesOf(text, CURL_USER) : [];
  for (const { index, 0: word } of text.matchAll(VALUE)) {
    if (!MIXED.test(word)) continue;
    let at = index;
    for (const piece of word.split(QUERY)) {
      const value = valueIn(text, at, piece);
      if (value) found.push(value);
      at += piece.length + 1;
    }
  }
  return found;
}

function stretchesOf(text: string, pattern: RegExp): Stretch[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

function valueIn(text: string, at: number, piece: string): Stretch | undefined {
  const name = NAMED.exec(piece)?.[0] ?? '';
  const start = at + name.length;
  const value = piece
    .slice(name.length)
    .replace(/[.,:]+$/, '')
    .replace(/^[=:]+/, '');
  const from = start + piece.slice(name.length).search(/[^=:]|$/);
  if (value.length < 6 || value.length > 256 || ADDRESS.test(value)) return undefined;
  const isAssigned = ASSIGNED.test(text.slice(Math.max(0, from - LEAD), from));
  const label = isAssigned ? labelBefore(text, from) : labelBefore(text, from, MOST_GLUE);
  if (label?.label !== 'secret' || !isOpening(text, { from, value, isAssigned }, label)) return undefined;
  return { start: from, end: from + value.length };
}

type Value = { from: number; value: string; isAssigned: boolean };

/** Whether a value after such a word can be what the word says. */
function isOpening(
  text: string,
  { from, value, isAssigned }: Value,
  { word, isTight, start }: FoundLabel,
): boolean {
  const hasLetter = /\p{L}/u.test(value);
  const hasDigit = /[0-9]/.test(value);
  if (!isTight && !isAssigned) return false;
  if (PASSWORD_WORD.test(word)) {
    const isMixed = hasLetter && (hasDigit || /[!@#$%^&*+?]/.test(value));
    return isMixed || (isTight && text[from - 1] === '=' && hasLetter);
  }
  if (!isTight || !hasLetter) return false;
  if (word === 'basic') return Buffer.from(value, 'base64').toString('latin1').includes(':');
  if (!hasDigit && !isLongMix(value)) return false;
  if (!/^keys?$/.test(word))
    return value.length >= (isAssigned ? 8 : 16) && !/^[A-Z]{2,5}-[0-9-]+$/.test(value);
  const before = text.slice(Math.max(0, start - 16), start);
  if (NO_KEY.test(before)) return false;
  if (KEY_OF.test(before)) return value.length >= 10;
  return value.length >= 20 && isAssigned && !isLookAlike(value) && isDrawnByLot(value);
}

/** Chance leaves a few long words without a digit. */
function isLongMix(value: string): boolean {
  return value.length >= 24 && /[a-z].*[A-Z].*[a-z]/.test(value) && !/[a-z]{6}/.test(value);
}
