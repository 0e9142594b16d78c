import { THRESHOLD, THRESHOLD_BOUNDS } from '#lib/stages/input-guard/classifier/policy.ts';
import { isAllowedThreshold } from '#lib/stages/input-guard/threshold/save-threshold.ts';
import { CommandError } from '#scripts/console/step.ts';

const { least, most } = THRESHOLD_BOUNDS;

type Values = { tenant?: string | undefined; set?: string | undefined; unset: boolean };

/** What to change, or null where nothing was asked to be. Throws a `CommandError` of one sentence for anything unclear. */
export function readWanted({
  tenant,
  set,
  unset,
}: Values): { tenant: string; threshold: number | null } | null {
  if (tenant === undefined && set === undefined && !unset) return null;
  if (tenant === undefined) throw new CommandError('Say whose threshold with --tenant NAME.');
  if ((set === undefined) === !unset)
    throw new CommandError('Say one of --set NUMBER and --unset; without --tenant the command only shows.');
  if (set === undefined) return { tenant, threshold: null };
  const threshold = /^\d{1,3}(?:\.\d{1,6})?$/.test(set) ? Number(set) : Number.NaN;
  if (!isAllowedThreshold(threshold))
    throw new CommandError(
      `--set takes a number from ${least} to ${most}, not "${set}": lower flags more, the shipped threshold is ${THRESHOLD}.`,
    );
  return { tenant, threshold };
}

/** Turns the refusal of an unknown name into one sentence; everything else stays what it is. */
export function refuseUnknown(tenant: string) {
  return (error: unknown): never => {
    const isUnknown = error instanceof Error && 'code' in error && error.code === 'not_found';
    throw isUnknown ? new CommandError(`No customer is called "${tenant}": nothing was changed.`) : error;
  };
}

type Report = {
  changed: { tenant: string; threshold: number | null; before: number | null } | null;
  own: readonly { tenant: string; threshold: number | null }[];
};

/** The report in words, a line each. */
export function describeThresholds({ changed, own }: Report): string {
  const words = (threshold: number | null) =>
    threshold === null ? `the shipped ${THRESHOLD}` : `${threshold}`;
  const lines = changed
    ? [
        `${changed.tenant}: ${words(changed.before)} before, ${words(changed.threshold)} from the next message on.`,
      ]
    : [
        `The shipped threshold is ${THRESHOLD}. A customer may have another from ${least} to ${most}; lower flags more.`,
      ];
  for (const { tenant, threshold } of own) lines.push(`  ${tenant}  ${threshold}`);
  if (own.length === 0) lines.push('  No customer has one of their own.');
  return `${lines.join('\n')}\n`;
}
