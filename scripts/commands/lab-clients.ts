import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '#lib/operations/lab/catalogue/read-catalogue.ts';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { clientFiles } from '#scripts/lab/clients/all-files.ts';
import { describeRun } from '#scripts/lab/clients/keep-run.ts';
import { root } from '#scripts/system/paths.ts';

const FOLDER = join(root, 'docs', 'lab', 'clients');
const CATALOGUE = join(root, 'lib', 'operations', 'lab', 'catalogue');

await runCommand(() => {
  const { values } = readArguments({
    options: { check: { type: 'boolean', default: false }, keep: { type: 'string' } },
  });
  if (values.keep !== undefined) {
    writeFileSync(join(FOLDER, 'promptfoo-run.md'), describeRun(values.keep));
    process.stdout.write('promptfoo-run.md written.\n');
    return Promise.resolve();
  }
  const { files, attacks, messages } = clientFiles(readCatalogue(CATALOGUE).attacks);
  const stale = Object.entries(files).filter(([name, text]) => read(name) !== text);
  if (values.check && stale.length > 0)
    throw new CommandError(
      `${stale.map(([name]) => name).join(', ')}: not what the catalogue says. Run "npm run lab:clients".`,
      1,
    );
  for (const [name, text] of stale) writeFileSync(join(FOLDER, name), text);
  process.stdout.write(
    `${attacks} attacks in ${messages} messages; ${stale.length === 0 ? 'all files up to date' : `written: ${stale.map(([name]) => name).join(', ')}`}.\n`,
  );
  return Promise.resolve();
});

function read(name: string): string | null {
  const path = join(FOLDER, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
