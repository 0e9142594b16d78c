import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadAttack } from '#lib/operations/lab/catalogue/parse-attack.ts';
import { readCatalogue } from '#lib/operations/lab/catalogue/read-catalogue.ts';
import { writePack } from '#lib/operations/lab/pack/write-pack.ts';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { importPack } from '#scripts/lab/pack/import-pack.ts';
import { root } from '#scripts/system/paths.ts';

const CATALOGUE = join(root, 'lib', 'operations', 'lab', 'catalogue');

await runCommand(() => {
  const { values } = readArguments({
    options: {
      export: { type: 'string' },
      import: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  if ((values.export === undefined) === (values.import === undefined))
    throw new CommandError('Either --export FILE or --import FILE.');
  try {
    if (values.export !== undefined) {
      const { attacks, version } = readCatalogue(CATALOGUE);
      writeFileSync(values.export, writePack(attacks));
      process.stdout.write(`${attacks.length} attacks written (catalogue ${version}).\n`);
    } else {
      const added = importPack(values.import ?? '', CATALOGUE, { check: values.check });
      process.stdout.write(
        `${added.length} attacks ${values.check ? 'fit' : 'added'}: ${added.join(', ')}\n`,
      );
    }
  } catch (error) {
    if (error instanceof BadAttack) throw new CommandError(error.message);
    throw error;
  }
  return Promise.resolve();
});
