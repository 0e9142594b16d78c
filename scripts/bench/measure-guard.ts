import { createOutputGuard, type GuardContext } from '#lib/stages/output-guard/create-output-guard.ts';
import { promptPassages } from '#lib/stages/prompt/prompt-passages.ts';
import { LONG_ANSWER } from './long-answer.ts';

/** About what a model sends at a time. */
const CHUNK_CHARACTERS = 20;
/** Both are measured in turns, so that what else the machine does befalls both; the medians are compared. */
const REPEATS = 15;
const WARM_UP = 5;
/** Long enough that each pays for its own garbage: in shorter turns the one collects what the other left. */
const WINDOW_MS = 250;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

export type GuardSpeed = {
  chunkCharacters: number;
  repeats: number;
  guardMegabytesPerS: number;
  copyMegabytesPerS: number;
  ratio: number;
  /** What an answer costs once, before its first character: the encodings of its canary. */
  startMs: number;
  heldCharactersP99: number;
};

/**
 * How fast an answer goes through the output guard, from its first character to its last, and how fast the same chunks are
 * merely encoded as UTF-8 and decoded again: what a stream costs that guards nothing.
 */
export function measureGuard(): GuardSpeed {
  const chunks = cutIntoChunks(LONG_ANSWER);
  const context = newContext();
  const bytes = Buffer.byteLength(LONG_ANSWER);
  const guarded: number[] = [];
  const copied: number[] = [];
  const ratios: number[] = [];
  for (let repeat = 0; repeat < WARM_UP + REPEATS; repeat += 1) {
    const guard = megabytesPerS(bytes, () => guardAnswer(context, chunks));
    const copy = megabytesPerS(bytes, () => copyAnswer(chunks));
    if (repeat < WARM_UP) continue;
    guarded.push(guard);
    copied.push(copy);
    ratios.push(guard / copy);
  }
  return {
    chunkCharacters: CHUNK_CHARACTERS,
    repeats: REPEATS,
    guardMegabytesPerS: quantile(guarded, 0.5),
    copyMegabytesPerS: quantile(copied, 0.5),
    ratio: quantile(ratios, 0.5),
    startMs: quantile(startsMs(), 0.5),
    heldCharactersP99: quantile(heldCharacters(), 0.99),
  };
}

function newContext(): GuardContext {
  return {
    emails: new Set(['owner@northwind.test', 'help@tallyhouse.test']),
    shownAs: () => undefined,
    numbers: ['+353 1 555 0143'],
    canary: 'cs7f3a91c04be85d26afe10b93',
    passages: promptPassages(),
  };
}

function guardAnswer(context: GuardContext, chunks: readonly string[]): string {
  const guard = createOutputGuard(context);
  let text = '';
  for (const chunk of chunks) text += guard.push(chunk).text;
  return text + guard.end().text;
}

function copyAnswer(chunks: readonly string[]): string {
  let text = '';
  for (const chunk of chunks) text += DECODER.decode(ENCODER.encode(chunk));
  return text;
}

/** As a stream has them: each chunk a string of its own, not a view of a longer one. */
function cutIntoChunks(text: string): string[] {
  const count = Math.ceil(text.length / CHUNK_CHARACTERS);
  return Array.from({ length: count }, (_, index) =>
    copyAnswer([text.slice(index * CHUNK_CHARACTERS, (index + 1) * CHUNK_CHARACTERS)]),
  );
}

function megabytesPerS(bytes: number, run: () => string): number {
  const began = performance.now();
  let elapsedMs = 0;
  let answers = 0;
  for (; elapsedMs < WINDOW_MS; elapsedMs = performance.now() - began) {
    if (run() !== LONG_ANSWER) throw new Error('The answer did not come through as written.');
    answers += 1;
  }
  return (bytes * answers) / (elapsedMs * 1_000);
}

function startsMs(): number[] {
  return Array.from({ length: 200 }, () => {
    const began = performance.now();
    createOutputGuard(newContext());
    return performance.now() - began;
  });
}

/** How many characters wait after each character of the answer. */
function heldCharacters(): number[] {
  const guard = createOutputGuard(newContext());
  let shown = 0;
  return Array.from(LONG_ANSWER, (character, index) => {
    shown += guard.push(character).text.length;
    return index + 1 - shown;
  });
}

function quantile(values: readonly number[], at: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * at)] ?? Number.NaN;
}
