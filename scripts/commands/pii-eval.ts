import { readArguments, wholeNumber } from '#scripts/console/read-arguments.ts';
import { runCommand } from '#scripts/console/step.ts';
import { describeEvaluation } from '#scripts/pii/describe-evaluation.ts';
import { evaluate } from '#scripts/pii/evaluate.ts';

const HELP = `npm run pii:eval -- [FILE…] [--json]

How many personal data and credentials the detectors find, and what they take for such that is none.

  FILE       one JSON object per line: "text", "spans" as [type, start, end], "template_id"; recall and precision by kind with
             Wilson intervals at 95 %, the mean over templates, both halves of the templates, the time per text
  --size N   texts in each generated set (default 2000): numbers with right and wrong check digits, addresses, telephone
             numbers, orders and invoices, secrets and their look-alikes
  --seed S   other texts (default 1)
  --json     one object on standard output and nothing else

Exit code 1 when a generated set misses its target, 2 on bad input. NO_COLOR is heeded.
`;
const MOST_TEXTS = 1_000_000;
const MOST_SEED = 2 ** 31;

await runCommand(() => {
  const { values, positionals: files } = readArguments({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      size: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return Promise.resolve(0);
  }
  const size = wholeNumber('--size', values.size, { least: 1, most: MOST_TEXTS });
  const seed = wholeNumber('--seed', values.seed, { most: MOST_SEED });
  const evaluation = evaluate({ files, seed, size });
  const colours = process.stdout.isTTY && !process.env.NO_COLOR;
  process.stdout.write(
    values.json ? `${JSON.stringify(evaluation)}\n` : describeEvaluation(evaluation, colours),
  );
  return Promise.resolve(evaluation.sets.every(({ isMet }) => isMet) ? 0 : 1);
});
