import { CommandError, runCommand } from '#scripts/console/step.ts';
import { stopSignal } from '#scripts/start/stop-signal.ts';
import { startDemoModel } from '#lib/stages/model/demo/server.ts';

/** The value of `--port`; 0 lets the system choose one. */
function portArgument(): number {
  const at = process.argv.indexOf('--port');
  const port = Number(at < 0 ? 0 : process.argv[at + 1]);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new CommandError('--port must be 0 to 65535.');
  return port;
}

const asked = stopSignal();
await runCommand(async () => {
  const paceMs = Number(process.env.DEMO_MODEL_PACE_MS || 12);
  const { DEMO_MODEL_NAME: name } = process.env;
  const model = await startDemoModel({ port: portArgument(), paceMs, ...(name ? { name } : {}) });
  // The launcher reads the address from the channel; a person reads it from the terminal.
  process.send?.(model.url);
  process.stdout.write(`The scripted demo model answers on ${model.url}\n`);
  await asked;
  await model.close();
});
process.exit();
