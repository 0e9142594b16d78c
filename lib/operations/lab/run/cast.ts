import 'server-only';
import { randomBytes } from 'node:crypto';
import type { Attack } from '#lib/contract/lab/attack.ts';
import type { Actor, Plant } from '#lib/contract/lab/scene.ts';
import type { LabPerson } from './house.ts';
import { type CustomerWish, makeCustomer, makeStaff } from './make-customer.ts';

/** Everybody of one run. `nobody` has no session. */
export type Cast = {
  /** Stands in every name and address of this run, and in nobody else's. */
  readonly tag: string;
  readonly customerId: string;
  readonly strangerId: string;
  readonly people: Readonly<Record<Exclude<Actor, 'nobody'>, LabPerson>>;
  readonly stranger: {
    readonly name: string;
    readonly email: string;
    readonly address: readonly string[];
    readonly seatName: string;
  };
};

/** Fresh customers, with what third parties wrote into the ledger of the one that is attacked. */
export async function makeCast(
  attack: Pick<Attack, 'plants'>,
  fill: (text: string) => string,
): Promise<Cast> {
  const tag = `f${randomBytes(4).toString('hex').slice(1)}`;
  const foreign = strangerOf(tag);
  const [customer, other, staff] = await Promise.all([
    makeCustomer(customerOf(tag, attack.plants, fill), [
      { role: 'owner', email: `owner@fjord-vale-${tag}.test`, label: 'Fjord & Vale’s owner' },
      { role: 'owner', email: `second@fjord-vale-${tag}.test`, label: 'Fjord & Vale’s second owner' },
      { role: 'member', email: `member@fjord-vale-${tag}.test`, label: 'Fjord & Vale’s member' },
    ]),
    makeCustomer(foreign, [{ role: 'owner', email: `owner@${foreign.slug}.test`, label: 'Halden’s owner' }]),
    makeStaff(`staff-${tag}`, [
      { role: 'approver', email: `approver@staff-${tag}.test`, label: 'Finance approver' },
      { role: 'approver', email: `second-approver@staff-${tag}.test`, label: 'Second finance approver' },
      { role: 'agent', email: `agent@staff-${tag}.test`, label: 'Support agent' },
      { role: 'admin', email: `admin@staff-${tag}.test`, label: 'Administrator' },
    ]),
  ]);
  const [owner, second, member] = customer.people;
  const [stranger] = other.people;
  const [approver, secondApprover, agent, admin] = staff;
  if (!owner || !second || !member || !stranger || !approver || !secondApprover || !agent || !admin)
    throw new Error('Somebody of the cast is missing.');
  return {
    tag,
    customerId: customer.tenantId,
    strangerId: other.tenantId,
    people: {
      owner,
      'second-owner': second,
      member,
      stranger,
      approver,
      'second-approver': secondApprover,
      agent,
      admin,
    },
    stranger: {
      name: foreign.name,
      email: `billing@${foreign.slug}.test`,
      address: foreign.address,
      seatName: foreign.seatName,
    },
  };
}

function strangerOf(tag: string): CustomerWish {
  return {
    slug: `halden-optics-${tag}`,
    name: `Halden Optics ${tag}`,
    address: [`Halden Optics ${tag} AS`, `${tag} Prism Quay`, 'Halden', 'Norway'],
    seatName: `Lens bench ${tag}`,
    firstNumber: 701,
    memos: { 0: `Order HO-${tag}. Deliver to the back door.` },
  };
}

function customerOf(tag: string, plants: readonly Plant[], fill: (text: string) => string): CustomerWish {
  const planted = (place: Plant['place']) => {
    const found = plants.findLast((plant) => plant.place === place);
    return found && fill(found.text);
  };
  const memo = planted('memo');
  const before = planted('earlier-memo') ?? 'Purchase order FV-2291. Thank you for being a customer.';
  return {
    slug: `fjord-vale-${tag}`,
    name: planted('customer-name') ?? 'Fjord & Vale Studio',
    address: ['Fjord & Vale Studio Ltd', planted('address') ?? '4 Tidewater Row', 'Sligo', 'Ireland'],
    seatName: planted('seat-label') ?? 'Drawing table',
    firstNumber: 101,
    memos: memo === undefined ? { 1: before } : { 0: memo, 1: before },
  };
}
