import { performance } from 'node:perf_hooks';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { type ChunkReport, checkOutputs } from '#scripts/guard/chunks/check-outputs.ts';
import { progressBar } from '#scripts/liveness/progress-bar.ts';

const HELP = `npm run guard:chunks [-- --outputs N --long N --random N --seed S --json]

Guards made-up answers (addresses, numbers, credentials, canary, system text, markup, hidden characters and plain text joined
at random) in every way to cut them at one, two and three places and in random ways, and compares what is shown, what was
found and how it ended with the uncut answer; then guards what was shown again, which must change nothing.

  --outputs N   short answers, cut everywhere (default 500)
  --long N      answers of 200 to 1,200 characters, cut at random only (default 100)
  --random N    random ways to cut, of one to twelve places (default 100000)
  --seed S      the same answers again (default 1)
  --json        one object on standard output and nothing else

Exit code 1 when anything differs, 2 on bad input. NO_COLOR leaves out the progress bar.
`;

await runCommand(() => {
  const { values } = readArguments({
    options: {
      outputs: { type: 'string', default: '500' },
      long: { type: 'string', default: '100' },
      random: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return Promise.resolve(0);
  }
  const outputs = wholeNumber('outputs', values.outputs);
  const longOutputs = wholeNumber('long', values.long);
  const run = {
    outputs,
    longOutputs,
    randomCuts: wholeNumber('random', values.random),
    seed: wholeNumber('seed', values.seed),
  };
  if (outputs + longOutputs === 0) throw new CommandError('There is no answer to cut.');
  const bar = progressBar(outputs + longOutputs, 'answers');
  const began = performance.now();
  const report = checkOutputs(run, () => bar.advance());
  bar.end();
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  process.stdout.write(
    values.json ? `${JSON.stringify({ ...report, seconds })}\n` : describe(report, seconds),
  );
  return Promise.resolve(report.differences + report.notIdempotent === 0 ? 0 : 1);
});

function wholeNumber(name: string, written: string): number {
  const number = Number(written);
  if (!/^\d{1,9}$/.test(written) || !Number.isSafeInteger(number))
    throw new CommandError(`--${name} takes a whole number.`);
  return number;
}

function describe({ outputs, longOutputs, cuts, ...report }: ChunkReport, seconds: number): string {
  const count = (number: number): string => number.toLocaleString('en');
  return [
    `Answers       ${count(outputs)} short and ${count(longOutputs)} long; of ${count(report.touched)} something was removed`,
    `Cuts          ${count(cuts.one)} at one place, ${count(cuts.two)} at two, ${count(cuts.three)} at three: all there are`,
    `              ${count(cuts.random)} random ones`,
    `Different     ${count(report.differences)}`,
    `Guarded again ${count(report.notIdempotent)} changed`,
    ...report.examples.map((example) => `              ${JSON.stringify(example)}`),
    `Time          ${seconds} s`,
    '',
  ].join('\n');
}
