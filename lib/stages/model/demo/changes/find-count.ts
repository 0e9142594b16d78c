import 'server-only';
import type { Said } from './fill-wish.ts';
import { compiledFor } from './vocabulary/compile.ts';

const ONE = '(?:an?|one|another|single|eine?[nrms]?|una?|uno|une|otro|otra|an additional|an extra|a new)';
const PAIR = /\b(?:a )?(?:couple|pair)(?: of)?\b|\b(?:ein )?paar\b|\bun par\b/;
/** Words that stand for people whose seats are meant: one of them, unless there are more. */
const ONE_PERSON = /\b(?:her|him|his|she|he|that person|seine[nr]?|ihre[nr]?)\b/;
const MOST = 99;

/** How many seats a text speaks of; undefined where it does not say ("more seats"). */
export function findCount({ unit, message, language }: Said): number | undefined {
  const seat = compiledFor(language).seat.source;
  if (/\b(?:by|um) (?:one|1|einen?|eins)\b/.test(unit)) return 1;
  for (const text of [unit, message]) {
    const figure =
      new RegExp(`\\b(\\d{1,2}) (?:\\w+ ){0,3}?${seat}`).exec(text)?.[1] ??
      new RegExp(`${seat} (?:\\w+ ){0,4}?(?:by|um|en|de|por) (\\d{1,2})\\b`).exec(text)?.[1] ??
      /\b(?:by|um) (\d{1,2})\b/.exec(text)?.[1];
    if (figure !== undefined) return Math.min(Number(figure), MOST);
    if (new RegExp(`${PAIR.source} (?:\\w+ ){0,2}?${seat}`).test(text)) return 2;
    const one = new RegExp(`\\b${ONE} (?:of (?:my|our|the) )?(?:\\w+ ){0,2}?${seat}|\\bby one\\b|${seat} (?:mas|de plus|more|less|de moins|menos|mehr|weniger)\\b`);
    if (one.test(text) && !isMany(text, seat)) return 1;
  }
  if (ONE_PERSON.test(message)) return 1;
  const alone = /\b(\d{1,2})\b(?! ?(?:euros?|eur|usd|dollars?|%|months?|weeks?|days?))/.exec(unit)?.[1];
  if (alone !== undefined) return Math.min(Number(alone), MOST);
  return isMany(message, seat) ? undefined : 1;
} // prettier-ignore

/** "More seats", with no number before: how many stays open. */
function isMany(text: string, seat: string): boolean {
  const noun = new RegExp(seat).exec(text)?.[0] ?? '';
  return /(?:s|people|platze|platzen|nutzer|benutzer|lizenzen|user)$/.test(noun) && !/\b(?:one|1|an?|another|eine?[nrms]?|una?|uno|une) (?:\w+ ){0,3}(?:of )?(?:\w+ )?\w*$/.test(text.slice(0, text.indexOf(noun) + noun.length));
} // prettier-ignore

/** "Remove Design desk 7": one seat by its name, while only the newest can go. */
export function namesOneSeat(message: string): boolean {
  return /\b(?:desk|workbench|seat|platz|plaza|siege|poste)(?: (?:number|no|nr))? \d{1,2}\b(?! (?:seats?|users?))/.test(message);
} // prettier-ignore
