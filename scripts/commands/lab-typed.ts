import { join, resolve } from 'node:path';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { runCommand } from '#scripts/console/step.ts';
import { readTyped } from '#scripts/lab/typed/typed-file.ts';
import { toMarkdown, toReport } from '#scripts/lab/typed/render-typed.ts';
import { removeStaleClusters } from '#scripts/postgres/test-cluster.ts';
import { stopSignal } from '#scripts/start/stop-signal.ts';
import { root } from '#scripts/system/paths.ts';

/** Share that has to take effect: below it the lab would test too little. */
const ENOUGH = 0.8;

await runCommand(async () => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const items = readTyped(resolve(positionals[0] ?? join(root, 'docs', 'lab', 'typed-attacks.jsonl')));
  // Loaded only now: the modules behind these need a written database client, and an environment of their own.
  const { generateClient } = await import('#scripts/database/generate-client.ts');
  await generateClient();
  void stopSignal().then(async () => {
    await removeStaleClusters();
    process.exit(130);
  });
  const { startWorld } = await import('#scripts/lab/world/start-world.ts');
  const world = await startWorld();
  try {
    const { measureTyped } = await import('#scripts/lab/typed/measure-typed.ts');
    const report = toReport(await measureTyped(world, items));
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : toMarkdown(report));
    return report.tookEffect / report.items >= ENOUGH ? 0 : 1;
  } finally {
    await world.stop();
  }
});
process.exit();
