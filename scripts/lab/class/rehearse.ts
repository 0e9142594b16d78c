import { setTimeout as sleep } from 'node:timers/promises';
import type { Level } from '#lib/contract/lab/level.ts';
import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { pick, seededRandom } from '#scripts/guard/random.ts';
import { joinAs, type Player } from './player.ts';

/** What a rehearsal came to. Times in milliseconds, from a press to the last event of its run. */
export type Rehearsal = {
  readonly players: number;
  readonly seconds: number;
  readonly runs: number;
  readonly flags: number;
  readonly runMsP50: number;
  readonly runMsP95: number;
  /** Everything that did not go as it should for a player. */
  readonly errors: readonly string[];
  /** Players whose row on the board is not what they solved. */
  readonly wrongRows: readonly string[];
};

export type RehearsalOptions = {
  readonly url: string;
  readonly code: string;
  readonly players: number;
  readonly seconds: number;
  readonly levels: readonly Level[];
  readonly seed: number;
};

/** How long a player looks at what came, at least and at most. */
const THINK_MS = [1_500, 8_000] as const;

/** What all players do together and find out. */
type Class = {
  readonly options: RehearsalOptions;
  readonly until: number;
  readonly errors: string[];
  readonly runMs: number[];
  /** The flags that somebody holds, for the others to try. */
  readonly held: { name: string; challenge: string; flag: string }[];
  readonly solved: Map<string, Set<string>>;
};

/** A class of simulated players: they join at once, read, run, hand flags in, honest ones and others, and look at the board. */
export async function rehearse(options: RehearsalOptions): Promise<Rehearsal> {
  const until = performance.now() + options.seconds * 1000;
  const held: Class = { options, until, errors: [], runMs: [], held: [], solved: new Map() };
  const names = Array.from({ length: options.players }, (_, place) => `Player ${place + 1}`);
  await Promise.all(names.map((name, place) => play(held, name, seededRandom(options.seed + place))));
  const wrongRows = await compareBoard(held, names);
  const sorted = held.runMs.toSorted((a, b) => a - b);
  const share = (of: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0);
  return {
    players: options.players,
    seconds: options.seconds,
    runs: sorted.length,
    flags: [...held.solved.values()].reduce((sum, { size }) => sum + size, 0),
    runMsP50: share(0.5),
    runMsP95: share(0.95),
    errors: held.errors,
    wrongRows,
  };
}

async function play(held: Class, name: string, random: () => number): Promise<void> {
  const solved = new Set<string>();
  held.solved.set(name, solved);
  try {
    const player = await joinAs(held.options.url, held.options.code, name);
    const open = held.options.levels.filter(({ beatenBy }) => beatenBy !== null);
    for (let round = 0; performance.now() < held.until; round += 1) {
      const level = pick(open, random);
      if (round % 4 === 0) await look(held, player);
      await tryLevel(held, player, level, solved);
      await sleep(THINK_MS[0] + random() * (THINK_MS[1] - THINK_MS[0]));
    }
  } catch (error) {
    held.errors.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Two panes, as a page asks for them: this level's defences, and all of them. */
async function tryLevel(held: Class, player: Player, level: Level, solved: Set<string>): Promise<void> {
  const what = { attack: level.beatenBy ?? '' };
  const timed = async (by: Level['by'] | { profile: 'everything' }) => {
    const startedMs = performance.now();
    const run = await player.run({ what, by });
    held.runMs.push(performance.now() - startedMs);
    return run;
  };
  const [left, right] = await Promise.all([timed(level.by), timed({ profile: 'everything' })]);
  const challenge = `level-${level.number}`;
  expect(held, right.flag === null, `${player.name}: a flag came under everything`);
  expect(
    held,
    left.flag?.challenge === challenge,
    `${player.name}: no flag for ${challenge}${troubleOf(left.trace) ?? ''}`,
  );
  if (!left.flag) return;
  await tryForeignFlag(held, player, challenge);
  const { verdict } = await player.handIn(challenge, left.flag.flag);
  expect(
    held,
    verdict === (solved.has(challenge) ? 'already' : 'correct'),
    `${player.name}: ${challenge} is ${verdict}`,
  );
  solved.add(challenge);
  held.held.push({ name: player.name, ...left.flag });
}

/** What broke in a run, if something did. */
function troubleOf(trace: readonly TraceEvent[]): string | undefined {
  const event = trace.find(({ kind }) => kind === 'trouble');
  return event?.kind === 'trouble' ? ` (${event.data.where}: ${event.data.message})` : undefined;
}

/** Somebody else's flag, and one that nobody was given: neither counts. */
async function tryForeignFlag(held: Class, player: Player, challenge: string): Promise<void> {
  const other = held.held.findLast((one) => one.name !== player.name && one.challenge === challenge);
  const flag = other?.flag ?? `CS{${'0'.repeat(32)}}`;
  const { verdict } = await player.handIn(challenge, flag);
  expect(held, verdict === (other ? 'foreign' : 'wrong'), `${player.name}: a forged flag is ${verdict}`);
}

async function look(held: Class, player: Player): Promise<void> {
  for (const path of ['/lab/levels', '/lab/board']) {
    const response = await player.page(path);
    await response.body?.cancel();
    expect(held, response.ok, `${player.name}: ${path} answered ${response.status}`);
  }
  await player.board();
}

function expect(held: Class, holds: boolean, otherwise: string): void {
  if (!holds) held.errors.push(otherwise);
}

/** Every row against what its player knows to have solved; and the order of the rows. */
async function compareBoard({ options, solved }: Class, names: readonly string[]): Promise<string[]> {
  const { rows } = await (await joinAs(options.url, options.code, 'Referee')).board();
  const wrong = names.filter((name) => {
    const row = rows.find((one) => one.name === name);
    const shown = row?.solved.map(({ challenge }) => challenge).toSorted() ?? ['missing'];
    return shown.join() !== [...(solved.get(name) ?? [])].toSorted().join();
  });
  const isRanked = rows.every((row, place) => {
    const before = rows[place - 1];
    return (
      !before ||
      before.solved.length > row.solved.length ||
      (before.solved.length === row.solved.length && (before.lastSolvedAt ?? '') <= (row.lastSolvedAt ?? ''))
    );
  });
  return isRanked ? wrong : [...wrong, 'the order of the rows'];
}
