import { type GuardSpeed, measureGuard } from '#scripts/bench/measure-guard.ts';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';

const HELP = `npm run bench -- guard [--json]

How fast an answer goes through the output guard, in chunks of 20 characters, beside a bare copy of the same chunks
(encoded as UTF-8 and decoded) in the same run, and how much of it the guard holds back.

  --json   one object on standard output and nothing else

Exit code 1 when the guard is slower than a quarter of the copy and than 20 MB/s, or holds back more than 64 characters
at the 99th percentile; 2 on bad input.
`;
const LEAST_RATIO = 0.25;
const LEAST_MEGABYTES_PER_S = 20;
const MOST_HELD_CHARACTERS = 64;

await runCommand(() => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return Promise.resolve(0);
  }
  const [subject, ...rest] = positionals;
  if (subject !== 'guard' || rest.length > 0) throw new CommandError(`What shall be measured? Known: guard.`);
  const speed = measureGuard();
  process.stdout.write(values.json ? `${JSON.stringify(speed)}\n` : describe(speed));
  return Promise.resolve(isFastEnough(speed) ? 0 : 1);
});

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
