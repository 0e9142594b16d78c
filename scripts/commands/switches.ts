import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { withWrittenSettings } from '#scripts/start/written-settings.ts';
import { describeSwitches, readSwitch } from '#scripts/switches/read-switch.ts';

await runCommand(async () => {
  const { values } = readArguments({
    options: {
      pause: { type: 'string' },
      resume: { type: 'string' },
      reason: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const wanted = readSwitch(values);
  return withWrittenSettings(async () => {
    const { operateSwitch, readSwitches } = await import('#lib/commands/operate-switch.ts');
    if (wanted)
      await operateSwitch(wanted).catch((error: unknown) => {
        const isUnknown = error instanceof Error && 'code' in error && error.code === 'not_found';
        throw isUnknown
          ? new CommandError(
              `There is no ${wanted.scope === 'tenant' ? 'customer' : wanted.scope} "${wanted.subject}": nothing was changed.`,
            )
          : error;
      });
    const switches = await readSwitches();
    process.stdout.write(values.json ? `${JSON.stringify({ switches })}\n` : describeSwitches(switches));
  });
});
process.exit();
