import { basename } from 'node:path';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { EXTRA_STEPS, evaluate } from '#scripts/guard/eval/evaluate.ts';
import { renderReport } from '#scripts/guard/eval/render-report.ts';
import { readItems } from '#scripts/guard/read-items.ts';
import { progressBar } from '#scripts/liveness/progress-bar.ts';

const HELP = `npm run guard:eval -- FILE… [--json]

Screens every item of these sets (one JSON object per line: text, label "attack" or "benign", and where known kind,
source, lang) at the shipped threshold: recall and false positives with Wilson 95 % intervals per set, source,
language and kind, the same for four naive patterns, other thresholds, eighteen obfuscations, attacks buried in
innocent questions, time per message.

  --json   one object on standard output and nothing else

Exit code 2 on a file that cannot be read or is not of the form. NO_COLOR leaves out the progress bar.
`;

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
  if (positionals.length === 0) throw new CommandError('Name at least one set. "--help" says how.');
  const sets = positionals.map((path) => ({
    name: basename(path).replace(/\.jsonl$/, ''),
    items: readItems(path),
  }));
  const bar = progressBar(
    sets.reduce((sum, { items }) => sum + items.length, EXTRA_STEPS),
    'steps',
  );
  const report = evaluate(sets, () => bar.advance());
  bar.end();
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : renderReport(report));
  return Promise.resolve(0);
});
