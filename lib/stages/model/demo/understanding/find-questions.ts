import 'server-only';
import { fold } from '../normalise.ts';
import type { Language } from '../types.ts';

/** Where one thought of a long sentence ends and the next begins. */
const CLAUSE =
  /[,;:()]|\s[-–—]+\s|\b(?:so|but|because|cause|although|though|and|plus|und|aber|weil|denn|deshalb|pero|porque|asi que|mais|parce que|donc|car|y|et)\b/giu;
/** How a question or a request begins, on folded text. A bare "when" or "which" may go on telling a story. */
const ONSETS: Readonly<Record<Language, RegExp>> = {
  en: anyOf([
    'how (?:much|many|high|big|large|long|often|come|is|are|was|were|do|does|did|would|will|can|could|bad|far)',
    "(?:what|who|where|when)'?s",
    'what|why|who',
    'where (?:is|are|was|do|did|can)',
    'when (?:is|are|was|were|do|does|did|will|would|can|exactly)',
    'which (?:one|ones|invoice|bill|plan|card|payment|month|seat|of|day|date|people|discount)',
    '(?:know|see|wonder|wondering|also|until|by|since|from|is|remember|sure|out) (?:when|which|how|what|who|if|whether|why)',
    '(?:can|could|would|will) (?:you|u|someone|i|we)',
    'please|pls|plz|kindly',
    '(?:show|tell|give|send|explain|list|compare|confirm|check|remind) (?:to )?(?:me|us|my|our|the|it|whether|if)',
    'let (?:me|us)',
    '(?:do|did|have|should|must|are|may) (?:i|we|you|they)',
    '(?:does|did|has|is|was) (?:it|there|that|this|my|our|the|anything|anyone|somebody|one|any)',
    'are (?:there|my|our|the|any)',
    '(?:whether|if (?:there|it|you|we|i|anything|any|somebody|someone))',
    "(?:i|we)(?:'d| would)? (?:want|need|like|wonder)",
  ]),
  de: anyOf([
    'wie (?:viele?|hoch|lange|oft|teuer|ist|sind|war|kann|komme?)',
    'was|warum|wieso|weshalb|wann|wo|wer|wofur|ob',
    'welche[rsnm]?',
    '(?:konnen|konnten|kannst|konntest|wurden) (?:sie|du|ihr|wir)',
    'kann ich|konnen wir|mochte ich|bitte|zeig\\w*|nenn\\w*|schick\\w*|erklar\\w*',
    '(?:ist|sind|war|habe|haben|hat|gibt|wurde|wird) (?:das|die|der|es|ich|wir|da|meine|unsere|sie|ihr)',
  ]),
  es: anyOf([
    'cuant\\w+|cuando|cual(?:es)?|por que|quien|donde|como|que',
    '(?:puedes?|podrias?|podeis|pueden) \\w+',
    'dime|digame|muestrame|ensename|hay|tengo|tenemos|esta|estan',
  ]),
  fr: anyOf([
    'combien|quand|quel(?:le)?s?|pourquoi|qui|comment|ou (?:est|en est)',
    "est-ce|qu'est|y a-t-il|a-t-on|peut-on",
    '(?:pouvez|pourriez|peux|pourrais)[ -](?:vous|tu)',
    'montrez|montre|expliquez|explique|dites|envoyez|donnez',
    '(?:est|etait|sont|ont|a)[ -](?:elle|il|ils|elles|on)',
    '(?:elle|il) (?:est|etait) (?:de )?combien',
  ]),
};

function anyOf(sources: readonly string[]): RegExp {
  return new RegExp(sources.map((one) => `(?:${one})`).join('|'), 'u');
}

/** One question of a long sentence: what it says by itself, and with the thought that leads to it. */
export type Question = {
  readonly alone: string;
  readonly upToHere: string;
  readonly wider: readonly string[];
};

/** The questions that a long sentence comes to, in its order; empty where it only tells. */
export function questionsIn(sentence: string, language: Language): Question[] {
  const clauses = clausesOf(sentence);
  return clauses.flatMap(({ text, from }, at) => {
    const onset = onsetOf(text, ONSETS[language]);
    if (onset < 0) return [];
    const alone = text.slice(onset);
    const onward = sentence.slice(from + onset);
    const before = clauses[at - 1]?.text ?? '';
    const upToHere = sentence.slice(0, from + text.length);
    return [{ alone, upToHere, wider: [onset > 0 ? text : `${before} ${text}`, onward, upToHere] }];
  });
}

function clausesOf(sentence: string): { text: string; from: number }[] {
  const bounds = [...sentence.matchAll(CLAUSE)].map(
    ({ index, 0: mark }) => [index, index + mark.length] as const,
  );
  const starts = [0, ...bounds.map(([, end]) => end)];
  const ends = [...bounds.map(([start]) => start), sentence.length];
  return starts
    .map((from, at) => ({ from, text: sentence.slice(from, ends[at]) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** Folding may shorten a text (marks) or lengthen it (ß); the place is found again by the words before it. */
function onsetOf(text: string, begins: RegExp): number {
  const words = [...text.matchAll(/\S+/gu)];
  for (const word of words) {
    const rest = fold(text.slice(word.index));
    const found = begins.exec(rest);
    if (found?.index === 0 && !/^\p{L}/u.test(rest.slice(found[0].length))) return word.index;
  }
  return -1;
}
