import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PROFILES, type ProfileName } from '#lib/contract/lab/profile.ts';
import { readArguments, wholeNumber } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { removeStaleClusters } from '#scripts/postgres/test-cluster.ts';
import { stopSignal } from '#scripts/start/stop-signal.ts';
import { root } from '#scripts/system/paths.ts';

const HELP = `npm run lab -- [--profile P[,P]] [--json]

Runs every attack of the catalogue against every profile of defences, in the application itself with those defences taken away, and
holds honest dialogues under each. Needs nothing running: it starts a database, a model and the application's routes of its own.

  --profile P    one or more of ${PROFILES.join(', ')}
  --attack ID    one or more attacks by id, and no honest dialogues
  --catalogue D  another folder of attacks
  --out FILE     also writes the whole matrix there, as JSON, and as Markdown beside it
  --trace        every event of the runs, one JSON object a line (with --attack)
  --seed S       another order of the runs; the results must be the same
  --no-benign    without the honest dialogues
  --json         one object on standard output and nothing else

Exit code 1 where an attack lands under everything or honest tasks fail there, 2 on bad input.
`;

await runCommand(async () => {
  const options = readOptions();
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  // Loaded only now: the modules behind these need a written database client, and an environment of their own.
  const { generateClient } = await import('#scripts/database/generate-client.ts');
  await generateClient();
  void stopSignal().then(async () => {
    await removeStaleClusters();
    process.exit(130);
  });
  const { runLab } = await import('#scripts/lab/run-lab.ts');
  return runLab(options);
});
process.exit();

function readOptions() {
  const { values } = readArguments({
    allowNegative: true,
    options: {
      profile: { type: 'string', multiple: true },
      attack: { type: 'string', multiple: true },
      catalogue: { type: 'string' },
      out: { type: 'string' },
      trace: { type: 'boolean', default: false },
      seed: { type: 'string' },
      benign: { type: 'boolean', default: true },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) return null;
  const attacks = values.attack?.flatMap((list) => list.split(',')) ?? null;
  return {
    profiles: (values.profile?.flatMap((list) => list.split(',')) ?? [...PROFILES]).map(toProfile),
    attacks,
    catalogue:
      values.catalogue === undefined
        ? join(root, 'lib', 'operations', 'lab', 'catalogue')
        : resolve(values.catalogue),
    application: versionOf(),
    seed: values.seed === undefined ? null : wholeNumber('--seed', values.seed, { most: 2 ** 31 }),
    withBenign: values.benign && attacks === null,
    json: values.json,
    trace: values.trace,
    write: (text: string, ending: string) => {
      if (values.out === undefined) return;
      const path = resolve(values.out).replace(/\.json$/, '') + ending;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    },
  };
}

function toProfile(name: string): ProfileName {
  const found = PROFILES.find((profile) => profile === name);
  if (found) return found;
  throw new CommandError(`--profile: there is no profile "${name}". Known: ${PROFILES.join(', ')}.`);
}

function versionOf(): string {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return String(version);
}
