import 'server-only';
import { encodedForms } from './encodings.ts';
import { matchNeedles, squash } from './match-needles.ts';
import { matchPassages } from './match-passages.ts';
import { type Found, type Pass, PIECE_END, PIECE_START, type Sink } from './passes.ts';
import { CANARY_MATCH, type OutputRule, WORD_KEEP, WORD_MAX } from './policy.ts';
import { findSpans, replaceSpans } from './redact-word.ts';

/** Scripts written without spaces: each character stands for itself, or an answer would be held to its end. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const STOPS_SWALLOWING = /[\s[\]<>"`|]/;

export type Watched = { canary: string; passages: readonly string[]; allowedEmails: ReadonlySet<string> };

/** Decided text: `upTo` counts the letters and digits of the answer through its end; `joins` when the next belongs to it. */
type Piece = { text: string; upTo: number; joins: boolean };

/**
 * Lets text go one decided word at a time. Held back are: the word being written, every word that the canary or a
 * passage may still begin in, and pieces that are not complete. `stop` is called before anything of a match is let go.
 */
export function holdWords(
  watched: Watched,
  next: Sink,
  found: Found,
  stop: (rule: OutputRule) => void,
): Pass {
  const canary = matchNeedles(canaryForms(watched.canary));
  const passages = matchPassages(watched.passages);
  const pieces: Piece[] = [];
  let word = '';
  let counted = 0;
  let isInPiece = false;
  let isSwallowing = false;

  function enqueue(text: string): void {
    const last = pieces.at(-1);
    if (last?.joins) {
      last.text += text;
      [last.upTo, last.joins] = [counted, isInPiece];
    } else if (text !== '') pieces.push({ text, upTo: counted, joins: isInPiece });
  }
  function release(): void {
    const safe = counted - Math.max(canary.live(), passages.live());
    while (pieces[0] && !pieces[0].joins && pieces[0].upTo <= safe) next(pieces.shift()?.text ?? '');
  }
  function redacted(text: string, spans = findSpans(text, watched.allowedEmails)): string {
    for (const { rule } of spans) found(rule);
    return replaceSpans(text, spans);
  }
  function finishWord(): void {
    enqueue(redacted(word));
    word = '';
  }
  /** A very long word goes in parts; the last characters stay, because an address may begin in them. */
  function splitWord(): void {
    const spans = findSpans(word, watched.allowedEmails);
    let cut = word.length - WORD_KEEP;
    const across = spans.find(({ start, end }) => start < cut && end > cut);
    if (across) cut = across.end;
    isSwallowing = across?.end === word.length;
    enqueue(
      redacted(
        word.slice(0, cut),
        spans.filter(({ end }) => end <= cut),
      ),
    );
    word = word.slice(cut);
  }
  function isMatch(character: string): boolean {
    for (const squashed of squash(character)) {
      counted += 1;
      const [isCanary, isPassage] = [canary.take(squashed), passages.take(squashed)];
      if (isCanary || isPassage) stop(isCanary ? 'canary' : 'passage');
      if (isCanary || isPassage) return true;
    }
    return false;
  }
  /** White space ends a word, and so does each character of a script without spaces, outside addresses. */
  function endsWord(character: string): boolean {
    return /\s/.test(character) || (UNSPACED.test(character) && !/[@:]/.test(word));
  }

  function take(character: string): void {
    if (character === PIECE_START || character === PIECE_END) {
      isInPiece = character === PIECE_START;
      return;
    }
    if (isMatch(character)) return;
    isSwallowing &&= !STOPS_SWALLOWING.test(character);
    if (isSwallowing) return;
    if (endsWord(character)) {
      finishWord();
      enqueue(character);
    } else word += character;
    if (word.length >= WORD_MAX) splitWord();
    release();
  }
  function end(): void {
    finishWord();
    for (const { text } of pieces.splice(0)) next(text);
  }

  return { take, end };
}

/** Every stretch of the canary long enough to count, in every encoding. */
function canaryForms(canary: string): string[] {
  const whole = squash(canary);
  const starts = new Set([
    0,
    Math.max(0, whole.length - CANARY_MATCH),
    Math.max(0, Math.floor((whole.length - CANARY_MATCH) / 2)),
  ]);
  const stretches = [...starts]
    .map((from) => whole.slice(from, from + CANARY_MATCH))
    .filter((part) => part.length >= 6);
  return stretches.flatMap(encodedForms);
}
