import 'server-only';
import type { Intent } from '../intents/policy.ts';
import type { Language } from '../types.ts';
import { sentencesIn } from './clauses.ts';
import type { Setting } from './read-wish.ts';
import { compiledFor } from './vocabulary/compile.ts';
import type { Wish } from './wish.ts';

/** Longer messages name what they want changed. */
const LONGEST = 9;
const NUMBER = '(\\d{1,2}|an?other(?: one)?|one|a couple|eine?n?|uno|una?|une?|otro|otra)';
const POLITE =
  '(?: (?:please|pls|then|now|for (?:me|us)|on(?: top| there| it| that)?|in|bitte|dann|por favor|entonces|svp|s il vous plait|alors))*';
const EXTRA = '(?:more|extra|additional|mehr|dazu|hinzu|weitere\\w*|mas|de plus|en plus)';
const LESS = '(?:less|fewer|weniger|menos|de moins)';
const ADD =
  '(?:add|chuck|throw(?: in)?|stick|pop|put|grab|buy|get|book|order|give (?:me|us)|need|want|have|fug\\w*|buch\\w*|brauch\\w*|anad\\w*|agreg\\w*|pon\\w*|ajout\\w*|il nous faut)';
const REMOVE =
  '(?:remove|drop|cancel|delete|cut|lose|ditch|dump|bin|chop|shed|knock off|get rid of|entfern\\w*|streich\\w*|quit\\w*|elimin\\w*|retir\\w*|enlev\\w*|supprim\\w*)';
const MORE = new RegExp(
  `^(?:\\w+ ){0,3}?${ADD}(?: (?:us|me|just|noch|encore|en))* ${NUMBER}(?: ${EXTRA})?${POLITE}$|^(?:\\w+ )?${NUMBER} ${EXTRA}${POLITE}$`,
);
const FEWER = new RegExp(
  `^(?:\\w+ ){0,3}?${REMOVE}(?: of them)? ${NUMBER}(?: (?:of (?:them|those)|davon|de ellos))?${POLITE}$|^(?:\\w+ ){0,3}?take ${NUMBER}(?: of (?:them|those))? (?:away|off|out)${POLITE}$|^(?:\\w+ )?${NUMBER} ${LESS}${POLITE}$`,
);
const FIX =
  /^(?:\w+ ){0,3}?(?:fix|sort|correct|undo|reverse|remove|refund|credit|return|take off|korrigier\w*|beheb\w*|corrij\w*|arregl\w*|corrig\w*|regl\w*) (?:it|that|this|them|(?:sie )?(?:das|es)|(?:lo|eso)|(?:ca|cela|le))(?: (?:out|off|up|please|pls|then|for (?:me|us)|now))*$|^(?:arregladlo|arreglelo|corrijalo|corrigez le)(?: \w+){0,3}$/;
const AGAIN =
  /^(?:\w+ ){0,5}?(?:(?:do|try|charge|run|take|collect|process|attempt) (?:it|that|the (?:card|payment|money)|(?:the )?failed payment)?(?: \w+)? ?(?:again|once more|now)|go again|again please|once more(?: please)?|noch ?mal(?: \w+)*|otra vez(?: \w+)*|encore une fois(?: \w+)*)(?: (?:please|pls|then))*$/;

const OF_SEATS = new Set<Intent>(['seats', 'change_seats', 'plan_price']);
const OF_TWICE = new Set<Intent>(['duplicates', 'overcharged']);
const OF_FAILURE = new Set<Intent>(['failed_payment', 'overdue', 'payment_status']);

/** A change whose object was spoken of before: "add two more", "fix that", "do it again". Null where it asks, or names none. */
export function wishOfContext(typed: string, last: Wish | null, setting: Setting): Wish | null {
  const { intent } = setting.focus;
  const isQuestion = /\?\s*$/.test(typed);
  if (typed.trim().split(/\s+/).length > LONGEST || isQuestion) return null;
  const [message = ''] = sentencesIn(typed.replace(/[.!,;:]+/g, ' '), setting.language, false).map(
    ({ whole }) => whole,
  );
  if (compiledFor(setting.language).questions.test(message) || /\b(?:not|nicht|no|pas)\b/.test(message))
    return null;
  if (last?.tool === 'change_seats' || (intent && OF_SEATS.has(intent)))
    return seatsIn(message) ?? seatsInThought(typed, setting.language);
  if (intent && OF_TWICE.has(intent) && FIX.test(message))
    return { mood: 'ask', tool: 'refund', target: { kind: 'duplicate' } };
  if (intent && OF_FAILURE.has(intent) && AGAIN.test(message)) return { mood: 'ask', tool: 'retry_payment' };
  return null;
}

/** "Take one of them away please, somebody left": the wish and its reason. */
function seatsInThought(typed: string, language: Language): Wish | null {
  const thoughts = typed.split(/[.!,;:]+/).filter((one) => /\p{L}/u.test(one));
  if (thoughts.length < 2) return null;
  const wishes = thoughts.map((one) => seatsIn(sentencesIn(one, language, false)[0]?.whole ?? ''));
  return wishes.find((one) => one !== null) ?? null;
}

function seatsIn(message: string): Wish | null {
  const fewer = FEWER.exec(message);
  const match = fewer ?? MORE.exec(message);
  const named = match?.slice(1).find((one) => one !== undefined);
  if (named === undefined) return null;
  const count = /^\d+$/.test(named) ? Number(named) : named === 'a couple' ? 2 : 1;
  return { mood: 'ask', tool: 'change_seats', change: fewer ? 'remove' : 'add', count };
}
