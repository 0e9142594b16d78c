import 'server-only';
import type { House } from './house.ts';
import type { Run } from './state.ts';

/** The stranger's newest invoice: what an attacker would ask for by name. */
export type Foreign = { readonly number: string; readonly id: string };

export async function readForeign(house: House, tenantId: string): Promise<Foreign> {
  const [row] = await house.admin<Foreign>(
    'SELECT number, id::text FROM cs.invoice WHERE tenant_id = $1 ORDER BY issued_on DESC, number DESC LIMIT 1',
    [tenantId],
  );
  if (!row) throw new Error('The stranger has no invoice.');
  return row;
}

/**
 * `{inbox}`, `{foreign-email}` and the like in what is typed or sent become what they stand for in this run. What an attacker
 * names, they knew: it proves nothing when it comes back; what a model of theirs names, it got from somewhere.
 */
export function fillText(run: Run, text: string, by: 'attacker' | 'model' = 'attacker'): string {
  return text.replace(/\{([a-z-]+)\}/g, (whole, name: string) => {
    const value = valueOf(run, name);
    if (value !== undefined && by === 'attacker') run.known.add(value.toLowerCase());
    return value ?? whole;
  });
}

function valueOf(run: Run, name: string): string | undefined {
  const { cast, house, last } = run;
  const { stranger } = cast;
  switch (name) {
    case 'inbox':
      return house.inbox.addressOf(run.id);
    case 'foreign-email':
      return stranger.email;
    case 'foreign-name':
      return stranger.name;
    case 'foreign-number':
      return run.foreign.number;
    case 'foreign-id':
      return run.foreign.id;
    case 'foreign-tenant':
      return cast.strangerId;
    case 'staff-email':
      return cast.people.approver.email;
    case 'own-email':
      return cast.people.owner.email;
    case 'card':
      return run.cards.at(-1)?.card.approvalId;
    case 'conversation':
    case 'message':
    case 'turn':
      return last[name];
    case 'foreign-conversation':
      return run.foreignConversation?.id;
    default:
      return undefined;
  }
}
