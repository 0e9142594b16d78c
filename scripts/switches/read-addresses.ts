import { CommandError } from '#scripts/console/step.ts';
import { readReason } from './read-switch.ts';

type Values = {
  allow?: string | undefined;
  deny?: string | undefined;
  remove?: string | undefined;
  clear: boolean;
  reason?: string | undefined;
};
export type WantedAddresses =
  | { do: 'add'; action: 'allow' | 'deny'; range: string; reason: string }
  | { do: 'remove'; range: string }
  | { do: 'clear' };

/** What to change, or null where nothing was asked to be. Throws a `CommandError` of one sentence for anything unclear. */
export function readAddresses({ allow, deny, remove, clear, reason }: Values): WantedAddresses | null {
  const asked = [allow, deny, remove, clear ? '' : undefined].filter((value) => value !== undefined);
  if (asked.length > 1) throw new CommandError('Say one of --allow, --deny, --remove and --clear at a time.');
  if (clear) return { do: 'clear' };
  if (remove !== undefined) return { do: 'remove', range: remove };
  const range = allow ?? deny;
  if (range === undefined) return null;
  return { do: 'add', action: allow === undefined ? 'deny' : 'allow', range, reason: readReason(reason) };
}

/** The rules, a line each, and what they come to. */
export function describeAddresses(
  rules: readonly { action: string; range: string; reason: string }[],
): string {
  if (rules.length === 0) return 'No rule: every address is let in.\n';
  const lines = rules.map(({ action, range, reason }) => `${action.padEnd(6)} ${range.padEnd(24)} ${reason}`);
  const last = rules.some(({ action }) => action === 'allow')
    ? 'Only what is allowed and not denied is let in.'
    : 'Everything that is not denied is let in.';
  return `${lines.join('\n')}\n${last}\n`;
}
