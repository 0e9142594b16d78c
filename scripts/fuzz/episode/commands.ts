import type { Role } from '#lib/contract/roles.ts';
import type { Loss } from '../world/cut-connection.ts';

/** Who there is in an episode: a customer with three owners and a member, another customer, and staff. */
export const WHO = [
  'owner',
  'second',
  'third',
  'member',
  'stranger',
  'approver',
  'other-approver',
  'agent',
] as const;
export type Who = (typeof WHO)[number];

/** `args` as the model sends them: JSON text when a string. `$inv0`, `$line1`, `$pay0`: handles in the order they were seen. */
export type Call = { name: string; args: string | Readonly<Record<string, unknown>> };
/**
 * One answer of the model: text in pieces of `cut` characters, then calls. `{canary}`, `{passage}`, `{suffix}`… are filled in
 * from the prompt. `act` happens in the middle of the answer; `waitMs` after it.
 */
export type Round = {
  text?: string;
  cut?: number;
  calls?: readonly Call[];
  act?: Command;
  waitMs?: number;
  /** Tokens that it says it read. */
  usedTokens?: number;
};

type Say = {
  do: 'say';
  who: Who;
  text: string;
  rounds: readonly Round[];
  /** A new conversation, or the newest of this person; of somebody else's with `of`. */
  place?: 'new' | 'same' | 'first';
  of?: Who;
  /** Replaces the person's first message there. */
  replaces?: true;
  /** Sends it under this idempotency key. */
  key?: string;
  over?: 'http';
};
export type Decide = {
  do: 'decide';
  who: Who;
  /** By the order in which cards appeared; beyond the last one the last. */
  card: number;
  decision?: 'approve' | 'reject';
  hash?: 'of-other-card' | 'random';
  nonce?: 'spent' | 'random' | 'of-other-card' | 'of-other-person' | 'first';
  amount?: 'none' | 'wrong';
  code?: 'none' | 'wrong' | 'spent';
  /** So many at once, each with a nonce of its own. */
  times?: number;
  /** Does not look at the card again before deciding. */
  unseen?: true;
  requestId?: string;
  /** The connection to the database is lost at the commit. */
  lost?: Loss;
  over?: 'http';
};
type Act =
  | { do: 'jump'; seconds: number }
  | { do: 'role'; who: Who; role: Role }
  | { do: 'revoke'; who: Who }
  | { do: 'sign-out'; who: Who }
  | { do: 'sign-in'; who: Who }
  | { do: 'pause'; scope: 'tenant' | 'model' | 'tool' | 'global'; tool?: string }
  | { do: 'resume' }
  | { do: 'keep-out' }
  | { do: 'restart' }
  | { do: 'void-invoice'; card: number }
  | { do: 'vendor-refund'; card: number }
  | { do: 'old-policy'; card: number }
  | { do: 'tamper'; card: number; amountMinor: number }
  | { do: 'earlier-effects'; who: Who; approver?: Who; amountMinor: number; count: number; tool?: string }
  | { do: 'confirm-attack'; text: string }
  | { do: 'swap-messages'; who: Who }
  | { do: 'alter-commitment'; who: Who }
  | { do: 'plain-message'; who: Who }
  | { do: 'hold'; who: Who }
  | { do: 'budget'; who: Who; microUsd: number }
  /** Another person asks what was sent in this one's last turn. */
  | { do: 'read-sent'; who: Who; of: Who }
  /** A key of a provider is taken out, used, and written into the log. */
  | { do: 'leak-key' }
  /** The first provider is down, and privacy forbids the second. */
  | { do: 'forbidden-second' };
export type Command =
  | Say
  | Decide
  | { do: 'open'; who: Who; card: number; over?: 'http' }
  | { do: 'read'; who: Who; of?: Who }
  | { do: 'delete'; who: Who; of?: Who }
  | Act
  | { do: 'together'; commands: readonly Command[] };
export type { Act, Say };

/** Whether the database is restarted somewhere in this command: then nothing else may be at it. */
export function isRestarting(command: Command): boolean {
  if (command.do === 'together') return command.commands.some(isRestarting);
  if (command.do === 'say') return command.rounds.some(({ act }) => act !== undefined && isRestarting(act));
  return command.do === 'restart';
}

/** A script as a person reads it: one command a line. */
export function printScript(commands: readonly Command[]): string {
  return commands
    .map((command, index) => `  ${String(index + 1).padStart(2)}. ${printCommand(command)}`)
    .join('\n');
}

function printCommand({ do: verb, ...rest }: Command): string {
  const json = JSON.stringify(rest);
  return `${verb} ${json.length > 900 ? `${json.slice(0, 900)}…` : json}`;
}
