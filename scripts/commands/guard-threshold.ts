import { THRESHOLD, THRESHOLD_BOUNDS } from '#lib/stages/input-guard/classifier/policy.ts';
import { readArguments } from '#scripts/console/read-arguments.ts';
import { runCommand } from '#scripts/console/step.ts';
import { describeThresholds, readWanted, refuseUnknown } from '#scripts/guard/threshold.ts';
import { withWrittenSettings } from '#scripts/start/written-settings.ts';

await runCommand(async () => {
  const { values } = readArguments({
    options: {
      tenant: { type: 'string' },
      set: { type: 'string' },
      unset: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const wanted = readWanted(values);
  return withWrittenSettings(async () => {
    const { listGuardThresholds, setGuardThreshold } = await import('#lib/commands/set-guard-threshold.ts');
    const changed = wanted && (await setGuardThreshold(wanted).catch(refuseUnknown(wanted.tenant)));
    const own = await listGuardThresholds();
    const report = { shipped: THRESHOLD, bounds: THRESHOLD_BOUNDS, changed: changed ?? null, own };
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : describeThresholds(report));
  });
});
process.exit();
