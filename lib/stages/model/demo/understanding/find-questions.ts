import 'server-only';
import { fold } from '../normalise.ts';

/** Where one thought of a long sentence ends and the next begins. */
const CLAUSE =
  /[,;:()]|\s[-–—]+\s|\b(?:so|but|because|cause|although|though|and|plus|und|aber|weil|denn|deshalb|pero|porque|asi que|mais|parce que|donc|car|y|et)\b/giu;
/** How a question or a request begins, on folded text. A bare "when" or "which" may go on telling a story. */
const ONSET = new RegExp(
  [
    String.raw`how (?:much|many|high|big|large|long|often|come|is|are|was|were|do|does|did|would|will|can|could|bad|far)`,
    String.raw`what(?:'?s)?`,
    String.raw`why`,
    String.raw`(?:know|see|wonder|wondering|also|until|by|since|from|is|remember|sure|out) (?:when|which|how|what|who|if|whether|why)`,
    String.raw`who(?:'?s)?`,
    String.raw`where(?:'?s| is| are| was| do| did| can)`,
    String.raw`when(?:'?s| is| are| was| were| do| does| did| will| would| can| exactly)`,
    String.raw`which (?:one|ones|invoice|bill|plan|card|payment|month|seat|of|day|date|people|discount)`,
    String.raw`(?:can|could|would|will) (?:you|u|someone|i|we)`,
    String.raw`(?:please|pls|plz|kindly)`,
    String.raw`(?:show|tell|give|send|explain|list|compare|confirm|check|remind) (?:to )?(?:me|us|my|our|the|it|whether|if)`,
    String.raw`let (?:me|us)`,
    String.raw`(?:do|did|have|should|must|are|may) (?:i|we|you|they)`,
    String.raw`(?:does|did|has|is|was) (?:it|there|that|this|my|our|the|anything|anyone|somebody|one|any)`,
    String.raw`are (?:there|my|our|the|any)`,
    String.raw`(?:whether|if (?:there|it|you|we|i|anything|any|somebody|someone))`,
    String.raw`(?:i|we)(?:'d| would)? (?:want|need|like|wonder)`,
    String.raw`(?:wie|was|warum|wieso|weshalb|wann|wo|wer|welche[rsnm]?|wofur|kann|konnen|konnten|ist|sind|habe|haben|hat|bitte|zeig\w*|ob)`,
    String.raw`(?:cuant\w+|cuando|que|cual(?:es)?|por que|quien|donde|como|puedes?|podria\w*|hay|me)`,
    String.raw`(?:combien|quand|quel(?:le)?s?|pourquoi|qui|ou est|comment|est[ -]ce|pouvez|pourriez|peux|y a)`,
  ]
    .map((one) => `(?:${one})`)
    .join('|'),
  'u',
);

/** One question of a long sentence: what it says by itself, and with the thought that leads to it. */
export type Question = {
  readonly alone: string;
  readonly upToHere: string;
  readonly wider: readonly string[];
};

/** The questions that a long sentence comes to, in its order; empty where it only tells. */
export function questionsIn(sentence: string): Question[] {
  const clauses = clausesOf(sentence);
  return clauses.flatMap(({ text, from }, at) => {
    const onset = onsetOf(text);
    if (onset < 0) return [];
    const alone = text.slice(onset);
    const onward = sentence.slice(from + onset);
    const before = clauses[at - 1]?.text ?? '';
    const upToHere = sentence.slice(0, from + text.length);
    return [{ alone, upToHere, wider: [onset > 0 ? text : `${before} ${text}`, onward, upToHere] }];
  });
}

function clausesOf(sentence: string): { text: string; from: number }[] {
  const bounds = [...sentence.matchAll(CLAUSE)].map(({ index, 0: mark }) => [index, index + mark.length] as const);
  const starts = [0, ...bounds.map(([, end]) => end)];
  const ends = [...bounds.map(([start]) => start), sentence.length];
  return starts
    .map((from, at) => ({ from, text: sentence.slice(from, ends[at]) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Folding may shorten a text (marks) or lengthen it (ß); the place is found again by the words before it. */
function onsetOf(text: string): number {
  const words = [...text.matchAll(/\S+/gu)];
  for (const word of words) {
    const rest = fold(text.slice(word.index));
    const found = ONSET.exec(rest);
    if (found?.index === 0 && !/^\p{L}/u.test(rest.slice(found[0].length))) return word.index;
  }
  return -1;
}
