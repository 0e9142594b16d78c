import 'server-only';
import type { Focus, Language } from '../types.ts';
import { isClaim } from './claims.ts';
import { sentencesIn, type Sentence } from './clauses.ts';
import { fillWish } from './fill-wish.ts';
import { isHeldBack, isTurnedDown } from './held-back.ts';
import { inActive } from './passive.ts';
import { named, supposed, SUPPOSES } from './verb-forms.ts';
import { asksForPerson } from './vocabulary/asks-for-person.ts';
import { type Compiled, compiledFor, type CompiledNaming } from './vocabulary/compile.ts';
import type { Mood, Wish } from './wish.ts';

/** Where and how: `language` and `today` as the message is read, `focus` for what "it" is. */
export type Setting = { language: Language; today: string; focus: Focus };
/** So short a message does not always tell its language. */
const FEW_WORDS = 4;

type Found = { naming: CompiledNaming; mood: Mood | 'told'; unit: string };

/**
 * The change that a message speaks of, and how. Null where it speaks of none, or only tells of one. A wish that is uttered
 * comes before a question about one.
 */
export function readWish(typed: string, setting: Setting): Wish | null {
  const wish = readIn(typed, setting);
  // "Resume" is a word of several languages.
  const mayBeEnglish = setting.language !== 'en' && typed.trim().split(/\s+/).length <= FEW_WORDS;
  return wish ?? (mayBeEnglish ? readIn(typed, { ...setting, language: 'en' }) : null);
}

function readIn(typed: string, setting: Setting): Wish | null {
  let isRefused = false;
  for (const mends of [false, true]) {
    const sentences = sentencesIn(typed, setting.language, mends).map((one) =>
      inActive(one, setting.language),
    );
    const message = sentences.map(({ whole }) => whole).join(' . ');
    // As it was typed: mending may take a rare word for another one.
    isRefused ||= isTurnedDown(message) || isHeldBack(message);
    const found = findNaming(sentences, message, compiledFor(setting.language), isRefused);
    if (!found) continue;
    const wish = fillWish(found.naming, found.mood, { ...setting, typed, unit: found.unit, message });
    const isClaimed = isClaim(wish, message, setting.language) && !isHeldBack(message);
    return isClaimed ? { ...wish, mood: 'ask' } : wish;
  }
  return null;
}

/** "Root cause of the failed payment, please": what is to be said, and nothing done. */
const ASKS_TO_KNOW =
  /^(?:\w+ ){0,3}?(?:cause|reason|reasons|status|details|date|amount|number|copy|breakdown|list|explanation|overview|total|price|history|reference)\b (?:on|of|for|behind|about)\b(?!.*\b(?:refund|fix|correct|retry|cancel|remove|back)\b)/;

function findNaming(
  sentences: readonly Sentence[],
  message: string,
  words: Compiled,
  isRefused: boolean,
): { naming: CompiledNaming; mood: Mood; unit: string } | null {
  const found = sentences.flatMap((sentence) => readSentence(sentence, message, words));
  const asked = found.find(({ mood }) => mood === 'ask');
  if (asked && isRefused) return null;
  if (asked) return { ...asked, mood: 'ask' };
  if (!isHeldBack(message) && !ASKS_TO_KNOW.test(message) && isPointed(sentences, words)) {
    const pointed = told(message, words) ?? (found.find(({ mood }) => mood === 'told') ?? found[0])?.naming;
    if (pointed) return { naming: pointed, mood: 'ask', unit: message };
  }
  for (const { naming, mood, unit } of found) if (mood !== 'told') return { naming, mood, unit };
  return null;
}

function readSentence({ whole, parts, isAsked }: Sentence, message: string, words: Compiled): Found[] {
  const isQuestion = words.questions.test(whole);
  const units = parts.length > 1 ? [...parts, whole] : [whole];
  return units.flatMap((unit) => {
    const asksAnswer =
      words.questions.test(unit) ||
      (SUPPOSES.test(unit) && words.prices.test(unit)) ||
      (isQuestion && isAsked && !words.asks.test(unit));
    const hits = hitsIn(asksAnswer ? named(supposed(unit)) : supposed(unit), message, words).map(
      ({ naming, before }): Found => {
        const isHeading = HEADING.test(unit) && words.prices.test(whole);
        if (asksAnswer || isHeading) return { naming, mood: questionMood(naming, whole, words), unit };
        const isUnreal = words.unreal.test(before) || words.isMused(unit, whole);
        return { naming, mood: isUnreal ? 'told' : wishMood(unit, before, naming, words, isAsked), unit };
      },
    );
    const best = hits.find(({ mood }) => mood === 'ask') ?? hits[0];
    return best ? [best] : quotedIn(unit, asksAnswer, words);
  });
}

/** "Switching to Business: from when, and how much?" names what is asked about. */
const HEADING = /^(?:switch|upgrad|downgrad|mov|chang|go|cancel|paus|add|remov|dropp|tak|leav|end)\w*ing\b/;

function hitsIn(
  unit: string,
  message: string,
  words: Compiled,
): { naming: CompiledNaming; before: string }[] {
  return words.namings.flatMap((naming) => {
    const match = naming.say.exec(unit);
    if (
      !match ||
      (naming.tool === 'change_seats' && asksForPerson(unit)) ||
      (naming.with && !naming.with.test(message))
    )
      return [];
    const before = unit.slice(0, match.index).trim();
    return words.negated.test(before) ? [] : [{ naming, before }];
  });
}

function questionMood({ tool }: CompiledNaming, sentence: string, words: Compiled): Mood {
  const isQuotable = !['refund', 'change_billing_contact', 'retry_payment'].includes(tool);
  return isQuotable && words.prices.test(sentence) ? 'quote' : 'about';
}

/** "You charge my card again and again" is no command; "thank you, charge it again" is one. */
const BLAMES = /(?<!\bthank )\byou(?: guys| people)?$/;

function wishMood(
  unit: string,
  before: string,
  naming: CompiledNaming,
  words: Compiled,
  isAsked: boolean,
): Mood | 'told' {
  const isFramed = words.asks.test(words.asksAnywhere ? unit : before) || /\b(?:please|pls|plz)$/.test(unit);
  if (isFramed) return 'ask';
  if (naming.itself) return isAsked ? 'about' : 'ask';
  if (words.lead.test(before) && !BLAMES.test(before)) return isAsked ? 'about' : 'ask';
  return 'told';
}

/** "What would Business cost?", "what would two more seats cost?": a change named by its outcome alone. */
function quotedIn(unit: string, asksAnswer: boolean, words: Compiled): Found[] {
  if (!asksAnswer || !words.prices.test(unit)) return [];
  const change = words.moreSeats.test(unit) ? 'add' : words.fewerSeats.test(unit) ? 'remove' : undefined;
  if (change)
    return [{ naming: { tool: 'change_seats', change, say: words.moreSeats }, mood: 'quote', unit }];
  if (/\b(?:starter|team|business)\b/.test(unit))
    return [{ naming: { tool: 'change_plan', say: words.moreSeats }, mood: 'quote', unit }];
  return [];
}

/** "Fix it": something is to be done about what the message tells of. */
function isPointed(sentences: readonly Sentence[], words: Compiled): boolean {
  return sentences
    .flatMap(({ parts, whole }) => [...parts, whole])
    .some((unit) => {
      const match = words.pointing.exec(unit);
      if (!match || words.questions.test(unit)) return false;
      const before = unit.slice(0, match.index).trim();
      const isSaid = words.lead.test(before) || words.asks.test(words.asksAnywhere ? unit : before);
      return isSaid && !words.negated.test(before) && !words.unreal.test(before);
    });
}

/** "I was billed twice": what the message tells of. */
function told(message: string, words: Compiled): CompiledNaming | undefined {
  return words.told.find(({ say, with: also }) => say.test(message) && (!also || also.test(message)));
}
