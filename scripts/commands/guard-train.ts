import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { readItems } from '#scripts/guard/read-items.ts';
import { packWeights, WEIGHTS_FILE } from '#lib/stages/input-guard/classifier/weights-file.ts';
import { headOfTable, measureLeftOut } from '#scripts/guard/train/measure-left-out.ts';
import { ROUNDS, ownItems, trainGuard } from '#scripts/guard/train/train-guard.ts';
import { progressBar } from '#scripts/liveness/progress-bar.ts';
import { root } from '#scripts/system/paths.ts';

const HELP = `npm run guard:train -- FILE… [--check]

Trains the classifier of the input guard from these sets (one JSON object per line: text, label, kind, source) and
from the grammar in scripts/guard/grammar, and writes ${WEIGHTS_FILE}.
The same files give the same weights, bit for bit. docs/guards.md names the sets the shipped weights come from.

  --check           writes nothing; exit code 1 when the shipped weights are others
  --without A,B,…   writes nothing; leaves these sets out (file names without ending) and says what they then come to
`;

await runCommand(() => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      without: { type: 'string', default: '' },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return Promise.resolve(0);
  }
  if (positionals.length === 0) throw new CommandError('Name the sets to train from. "--help" says how.');
  const without = values.without.split(',').filter((name) => name !== '');
  const sets = positionals.map((path) => ({ name: basename(path, '.jsonl'), items: readItems(path) }));
  const unknown = without.find((name) => !sets.some((set) => set.name === name));
  if (unknown) throw new CommandError(`"${unknown}" is none of the sets.`);
  for (const { name, items } of sets) process.stderr.write(`  ${name.padEnd(32)} ${items.length}\n`);
  const leftOut = sets.filter(({ name }) => without.includes(name));
  const used = sets.filter(({ name }) => !without.includes(name));
  const bar = progressBar(ROUNDS, 'rounds');
  const { weights, examples, attacks } = trainGuard(
    [...used.flatMap(({ items }) => items), ...ownItems()],
    () => bar.advance(),
  );
  bar.end();
  if (leftOut.length > 0) {
    const rows = leftOut.flatMap(({ name, items }) => measureLeftOut(name, items, weights));
    process.stdout.write(`${[headOfTable(), ...rows].join('\n')}\n`);
    return Promise.resolve(0);
  }
  const file = join(root, WEIGHTS_FILE);
  const bytes = packWeights(weights);
  const isSame = existsSync(file) && readFileSync(file).equals(bytes);
  if (!values.check) writeFileSync(file, bytes);
  const outcome = isSame
    ? 'the shipped weights'
    : values.check
      ? 'other weights than the shipped ones'
      : 'new weights';
  process.stdout.write(`${examples} examples, ${attacks} of them attacks: ${outcome}.\n`);
  return Promise.resolve(values.check && !isSame ? 1 : 0);
});
