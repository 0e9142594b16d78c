import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { root } from '#scripts/system/paths.ts';

const HELP = `npm run liveness -- [FILE…] [--json] [--show]

Holds dialogues over the real HTTP route with the configured model, each as a fresh person of a fresh tenant,
and checks every amount, date and status of every answer against the ledger. Starts its own app and database.

  FILE     dialogues, one JSON object per line (default: all of scripts/liveness/dialogues)
  --json   one object on standard output and nothing else
  --show   also prints what was asked and answered in turns that failed or stated something not looked up
`;
const SHIPPED = join(root, 'scripts', 'liveness', 'dialogues');

await runCommand(async () => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      show: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false, short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  // Loaded only now: the modules behind these need a written database client.
  const { generateClient } = await import('#scripts/database/generate-client.ts');
  await generateClient();
  const { BadDialogue, readDialogues } = await import('#scripts/liveness/dialogue-file.ts');
  const files =
    positionals.length > 0 ? positionals : readdirSync(SHIPPED).map((file) => join(SHIPPED, file));
  try {
    const dialogues = files.flatMap(readDialogues);
    const { holdDialogues } = await import('#scripts/liveness/hold-dialogues.ts');
    return await holdDialogues(dialogues, { json: values.json, show: values.show });
  } catch (error) {
    if (error instanceof BadDialogue) throw new CommandError(error.message);
    throw error;
  }
});
