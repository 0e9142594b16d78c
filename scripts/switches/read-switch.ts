import type { Switch, SwitchScope } from '#lib/contract/switches.ts';
import { switchReasonSchema } from '#lib/contract/switches.ts';
import { CommandError } from '#scripts/console/step.ts';

const SCOPES: Readonly<Record<string, SwitchScope>> = { customer: 'tenant', tool: 'tool', model: 'model' };

type Values = { pause?: string | undefined; resume?: string | undefined; reason?: string | undefined };
export type WantedSwitch = { scope: SwitchScope; subject: string; paused: boolean; reason: string };

/** What to switch, or null where nothing was asked to be. Throws a `CommandError` of one sentence for anything unclear. */
export function readSwitch({ pause, resume, reason }: Values): WantedSwitch | null {
  if (pause === undefined && resume === undefined) return null;
  if (pause !== undefined && resume !== undefined)
    throw new CommandError('Say one of --pause and --resume at a time.');
  return { ...readSubject(pause ?? resume ?? ''), paused: pause !== undefined, reason: readReason(reason) };
}

/** The reason, as it will be stored. */
export function readReason(reason: string | undefined): string {
  const parsed = switchReasonSchema.safeParse(reason);
  if (!parsed.success) throw new CommandError('Say why with --reason TEXT: one line, 3 to 300 characters.');
  return parsed.data;
}

function readSubject(text: string): { scope: SwitchScope; subject: string } {
  if (text === 'everything') return { scope: 'global', subject: '*' };
  const [, kind = '', subject = ''] = /^(customer|tool|model):(.{1,200})$/.exec(text) ?? [];
  const scope = SCOPES[kind];
  if (!scope)
    throw new CommandError(
      `"${text}" can't be switched. There are: everything, customer:NAME, tool:NAME, model:NAME.`,
    );
  return { scope, subject };
}

/** Every switch, a line each. */
export function describeSwitches(switches: readonly Switch[]): string {
  if (switches.length === 0) return 'Nothing is paused, and nothing ever was.\n';
  const lines = switches.map(
    ({ scope, label, paused, reason, changedAt, changedBy }) =>
      `${paused ? 'PAUSED ' : 'runs   '} ${scope === 'global' ? 'everything' : `${scope === 'tenant' ? 'customer' : scope} ${label}`}  since ${changedAt}, by ${changedBy === 'you' || changedBy === 'a colleague' ? 'an administrator' : changedBy}: ${reason}`,
  );
  return `${lines.join('\n')}\n`;
}
