import 'server-only';
import type { Language } from '../types.ts';
import type { Sentence } from './clauses.ts';

/**
 * Said of the thing that it is done to → done. What is given back has forms of its own (`vocabulary/en.ts`), and so has what
 * is sent: "should be sent" tells of the post more often than it asks.
 */
const DONE: ReadonlyMap<string, string> = new Map(
  `switched=switch, switching=switch, moved=move, moving=move, changed=change, changing=change, upgraded=upgrade, upgrading=upgrade, downgraded=downgrade, downgrading=downgrade, transferred=transfer, migrated=migrate, converted=convert, put=put, set=set, cancelled=cancel, canceled=cancel, cancelling=cancel, canceling=cancel, terminated=terminate, terminating=terminate, ended=end, ending=end, stopped=stop, closed=close, closing=close, paused=pause, pausing=pause, suspended=suspend, suspending=suspend, frozen=freeze, freezing=freeze, resumed=resume, resuming=resume, reactivated=reactivate, reactivating=reactivate, restarted=restart, restarting=restart, reinstated=reinstate, lifted=lift, lifting=lift, withdrawn=withdraw, undone=undo, undoing=undo, revoked=revoke, revoking=revoke, removed=remove, removing=remove, deleted=delete, deleting=delete, dropped=drop, dropping=drop, added=add, adding=add, retried=retry, retrying=retry, attempted=attempt, charged=charge, charging=charge, collected=collect, processed=process, run=run`
    .split(', ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);
/** What happens to a payment by itself as well. */
const OF_ITSELF = new Set(['retry', 'attempt', 'charge', 'collect', 'process', 'run']);

const OPENING = '((?:(?:please|so|and|then|ok|okay|hi|hello|hey|now|also|but|well|therefore) )*)';
const THING = '((?:my|our|the|that|this|those|these|one|an?|another|both|all|\\d+)(?: \\w+){1,6}?)';
const MUST = '(?:should|must|shall|ought to|needs? to|has to|have to|is to|are to)';
const SOON = '(?:(?:now|please|kindly|also|just|simply|really|then) )*';
const WISHING =
  '(?:i|we)(?: (?:would|really|just|also|now|all|both|do|kindly|hereby))* (?:like|want|need|wish|prefer|expect|require|request|ask|demand)';

const MUST_BE = new RegExp(`^${OPENING}${THING} ${MUST} ${SOON}be (\\w+)\\b(.*)$`);
const NEEDS_DOING = new RegExp(`^${OPENING}${THING} (?:needs?|could do with|requires?) (\\w+ing)\\b(.*)$`);
const WANTED = new RegExp(
  `^${OPENING}${WISHING} (?:that |for )?${THING} (?:to |should |must )?${SOON}be (\\w+)\\b(.*)$`,
);
const ENSURED = new RegExp(
  `^${OPENING}(?:see to it|make sure|ensure|arrange) (?:that |for )?${THING} (?:is|are|gets?|to be) ${SOON}(\\w+)\\b(.*)$`,
);
/** "Our account should get two more seats". */
const MUST_GET = new RegExp(
  `^${OPENING}(?:my|our|this|the) (?:account|plan|subscription|workspace|company|team|contract) (?:should|must|has to|ought to|shall) ${SOON}((?:get|go to|move to|switch to|go up to|go down to|drop to)\\b.*)$`,
);

/** What should be so by now, or by some rule, is told and not asked for. */
const EXPECTED =
  /\b(?:says?|said|states?|thinks?|thought|claims?|according|polic(?:y|ies)|terms|faq|website|normally|usually|always|automatically|by default|by law|by itself|already|by now|refunds?|price|in theory|in principle)\b|\b(?:right|correct)$/;
const LATER = /\b(?:on|at|in|within|by|next|tomorrow|soon|until|before|after)\b/;

/** "Our plan should be switched to Business" as the command it stands for: "switch our plan to Business". English alone. */
export function inActive(sentence: Sentence, language: Language): Sentence {
  if (language !== 'en') return sentence;
  return { ...sentence, whole: active(sentence.whole), parts: sentence.parts.map(active) };
}

function active(unit: string): string {
  if (EXPECTED.test(unit)) return unit;
  const said = MUST_BE.exec(unit) ?? NEEDS_DOING.exec(unit);
  if (said) return command(said, '') ?? unit;
  const wanted = WANTED.exec(unit) ?? ENSURED.exec(unit);
  // A wish stays one, even where a question mark ends it.
  if (wanted) return command(wanted, 'please ') ?? unit;
  const got = MUST_GET.exec(unit);
  return got ? `${got[1] ?? ''}${got[2] ?? ''}` : unit;
}

function command(said: RegExpExecArray, asking: string): string | null {
  const [, opening = '', thing = '', form = '', rest = ''] = said;
  const verb = DONE.get(form);
  if (verb === undefined || (OF_ITSELF.has(verb) && LATER.test(rest))) return null;
  return `${opening}${asking}${verb} ${thing}${rest}`;
}
