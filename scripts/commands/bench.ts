import type { GuardSpeed } from '#scripts/bench/measure-guard.ts';
import { broughtBenches } from '#scripts/bench/brought-benches.ts';
import { type BenchRow, describeBench, toBench } from '#scripts/bench/rows.ts';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';

const HELP = `npm run bench -- NAME [--json]

guard

How fast an answer goes through the output guard, in chunks of 20 characters, beside a bare copy of the same chunks
(encoded as UTF-8 and decoded) in the same run, and how much of it the guard holds back.

search

A search through all 10,000 messages of one person, as the route makes it, beside the bare opening of the same rows, already in
memory, in the same run; and how long the first hits take. Starts a PostgreSQL of its own.

export

A copy of 100,000 messages of one person, made in a process of its own: its largest resident memory, beside what it had at its start,
and how fast it is made. Starts a PostgreSQL of its own.

retention

A million stored messages, of which retention removes 400,000, with keys, holds, receipts and audit entries, beside a plain DELETE
of as many; and chat turns meanwhile, beside turns while nothing else runs. Starts a PostgreSQL of its own; takes some minutes.

  --json   one object on standard output and nothing else

Exit code 1 when a target is missed: for the guard, slower than a quarter of the copy and than 20 MB/s, or
more than 64 characters held back at the 99th percentile; 2 on bad input.
`;
const LEAST_RATIO = 0.25;
const LEAST_MEGABYTES_PER_S = 20;
const MOST_HELD_CHARACTERS = 64;

/** By name: prints what was measured, and returns the exit code. */
const BENCHES: ReadonlyMap<string, (json: boolean) => Promise<number>> = new Map([
  ['guard', benchGuard],
  ['search', benchSearch],
  ['retention', benchRetention],
]);

await runCommand(async () => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [subject, ...rest] = positionals;
  const brought = await broughtBenches();
  const measure = brought.get(subject ?? '');
  if (measure && subject !== undefined && rest.length === 0)
    return report(subject, await measure(), values.json);
  const run = subject !== undefined && rest.length === 0 ? BENCHES.get(subject) : undefined;
  const known = [...BENCHES.keys(), ...brought.keys()].join(', ');
  if (!run) throw new CommandError(`What shall be measured? Known: ${known}.`);
  return run(values.json);
});
process.exit();

async function benchGuard(json: boolean): Promise<number> {
  const { measureGuard } = await import('#scripts/bench/measure-guard.ts');
  const speed = measureGuard();
  process.stdout.write(json ? `${JSON.stringify(speed)}\n` : describe(speed));
  return isFastEnough(speed) ? 0 : 1;
}

async function benchSearch(json: boolean): Promise<number> {
  // Loaded only now: the modules behind these need a written database client, and an environment of their own.
  const { withBenchDatabase } = await import('#scripts/bench/bench-world.ts');
  const rows = await withBenchDatabase(async (adminUrl) => {
    const { measureSearch } = await import('#scripts/bench/measure-search.ts');
    return measureSearch(adminUrl);
  });
  return report('search', rows, json);
}

function report(name: string, rows: BenchRow[], json: boolean): number {
  const bench = toBench(name, rows);
  process.stdout.write(json ? `${JSON.stringify(bench)}\n` : describeBench(bench));
  return rows.every(({ met }) => met) ? 0 : 1;
}

async function benchRetention(json: boolean): Promise<number> {
  const { withBenchDatabase } = await import('#scripts/bench/bench-world.ts');
  // Found by its place: retention can be taken out, and its measurement goes with it.
  const place = new URL('../bench/retention/measure-retention.ts', import.meta.url).href;
  const rows = await withBenchDatabase(async (adminUrl) => {
    const found: { measureRetention: (url: string) => Promise<BenchRow[]> } = await import(place);
    return found.measureRetention(adminUrl);
  });
  return report('retention', rows, json);
}

function isFastEnough({ ratio, guardMegabytesPerS, heldCharactersP99 }: GuardSpeed): boolean {
  const isFast = ratio >= LEAST_RATIO || guardMegabytesPerS >= LEAST_MEGABYTES_PER_S;
  return isFast && heldCharactersP99 <= MOST_HELD_CHARACTERS;
}

function describe(speed: GuardSpeed): string {
  const {
    chunkCharacters,
    repeats,
    guardMegabytesPerS,
    copyMegabytesPerS,
    ratio,
    startMs,
    heldCharactersP99,
  } = speed;
  return [
    `Output guard  ${guardMegabytesPerS.toFixed(2)} MB/s in chunks of ${chunkCharacters} characters`,
    `Bare copy     ${copyMegabytesPerS.toFixed(2)} MB/s of the same chunks`,
    `Ratio         ${ratio.toFixed(3)}, median of ${repeats} (at least ${LEAST_RATIO}, or ${LEAST_MEGABYTES_PER_S} MB/s)`,
    `Start         ${startMs.toFixed(2)} ms, once for each answer`,
    `Held back     ${heldCharactersP99} characters at the 99th percentile (at most ${MOST_HELD_CHARACTERS})`,
    '',
  ].join('\n');
}
