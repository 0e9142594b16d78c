import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { readItems } from '#scripts/guard/read-items.ts';
import { renderWeights, WEIGHTS_FILE } from '#scripts/guard/train/render-weights.ts';
import { EPOCHS, ownItems, trainGuard } from '#scripts/guard/train/train-guard.ts';
import { progressBar } from '#scripts/liveness/progress-bar.ts';
import { root } from '#scripts/system/paths.ts';

const HELP = `npm run guard:train -- FILE… [--check]

Trains the classifier of the input guard from these sets (one JSON object per line: text, label, kind, source) and
from the grammar in scripts/guard/grammar, and writes ${WEIGHTS_FILE}.
The same files give the same weights, bit for bit. docs/guards.md names the sets the shipped weights come from.

  --check   writes nothing; exit code 1 when the shipped weights are others
`;

await runCommand(() => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return Promise.resolve(0);
  }
  if (positionals.length === 0) throw new CommandError('Name the sets to train from. "--help" says how.');
  const sets = positionals.map((path) => ({ name: basename(path), items: readItems(path) }));
  for (const { name, items } of sets) process.stderr.write(`  ${name.padEnd(32)} ${items.length}\n`);
  const bar = progressBar(EPOCHS, 'rounds');
  const { quantised, examples, attacks } = trainGuard(
    [...sets.flatMap(({ items }) => items), ...ownItems()],
    () => bar.advance(),
  );
  bar.end();
  const file = join(root, WEIGHTS_FILE);
  const text = renderWeights(quantised, examples);
  const isSame = readFileSync(file, 'utf8') === text;
  if (!values.check) writeFileSync(file, text);
  const outcome = isSame
    ? 'the shipped weights'
    : values.check
      ? 'other weights than the shipped ones'
      : 'new weights';
  process.stdout.write(`${examples} examples, ${attacks} of them attacks: ${outcome}.\n`);
  return Promise.resolve(values.check && !isSame ? 1 : 0);
});
