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
 * names, they knew: it proves nothing when it comes back.
 */
export function fillText(run: Run, text: string): string {
  return text.replace(/\{([a-z-]+)\}/g, (whole, name: string) => valueOf(run, name) ?? whole);
}

function valueOf(run: Run, name: string): string | undefined {
  const { cast, house, last } = run;
  const { stranger } = cast;
  const known = (value: string) => {
    run.known.add(value.toLowerCase());
    return value;
  };
  switch (name) {
    case 'inbox':
      return house.inbox.addressOf(run.id);
    case 'foreign-email':
      return known(stranger.email);
    case 'foreign-name':
      return known(stranger.name);
    case 'foreign-number':
      return known(run.foreign.number);
    case 'foreign-id':
      return known(run.foreign.id);
    case 'foreign-tenant':
      return known(cast.strangerId);
    case 'staff-email':
      return known(cast.people.approver.email);
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
