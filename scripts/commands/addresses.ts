import { readArguments } from '#scripts/console/read-arguments.ts';
import { CommandError, runCommand } from '#scripts/console/step.ts';
import { withWrittenSettings } from '#scripts/start/written-settings.ts';
import { describeAddresses, readAddresses } from '#scripts/switches/read-addresses.ts';

await runCommand(async () => {
  const { values } = readArguments({
    options: {
      allow: { type: 'string' },
      deny: { type: 'string' },
      remove: { type: 'string' },
      clear: { type: 'boolean', default: false },
      reason: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const wanted = readAddresses(values);
  return withWrittenSettings(async () => {
    const { listAddresses, operateAddresses } = await import('#lib/commands/operate-addresses.ts');
    const changed = wanted
      ? await operateAddresses(wanted).catch((error: unknown) => {
          if (!(error instanceof RangeError) || wanted.do !== 'add') throw error;
          throw new CommandError(
            `"${wanted.range}" is no range like 192.0.2.0/24 or 2001:db8::/32: nothing was changed.`,
          );
        })
      : null;
    if (wanted?.do === 'remove' && changed === 0)
      throw new CommandError(`No rule is about "${wanted.range}": nothing was changed.`);
    const rules = (await listAddresses()).map(({ action, range, reason }) => ({ action, range, reason }));
    process.stdout.write(values.json ? `${JSON.stringify({ changed, rules })}\n` : describeAddresses(rules));
  });
});
process.exit();
