import 'server-only';

const SENTENCE = /(?<=[?!;\n])|(?<=[.…])(?=\s|$)/u;
/** Words that may join two questions, in the four languages. */
const JOINT =
  /,|\s[-–—]\s|\b(?:and|also|plus|but|as well as|together with|along with|und|sowie|ausserdem|außerdem|aber|y|además|ademas|pero|et|mais|aussi)\b/iu;

/** The sentences of a message, without their empty pieces. */
export function sentencesOf(text: string): string[] {
  return text
    .split(SENTENCE)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** The pieces of a sentence that may be questions of their own. */
export function piecesOf(sentence: string): string[] {
  return sentence
    .split(JOINT)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}
