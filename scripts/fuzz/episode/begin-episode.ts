import { randomInt } from 'node:crypto';
import type { Role } from '#lib/contract/roles.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { World } from '../world/start-world.ts';
import type { Command, Who } from './commands.ts';
import type { Episode, Person } from './episode.ts';
import { readLedger } from './snapshot.ts';

const TAGS = 16 ** 7;

const PEOPLE: Readonly<Record<Who, { role: Role; home: 'customer' | 'other' | 'staff' }>> = {
  owner: { role: 'owner', home: 'customer' },
  second: { role: 'owner', home: 'customer' },
  third: { role: 'owner', home: 'customer' },
  member: { role: 'member', home: 'customer' },
  stranger: { role: 'owner', home: 'other' },
  approver: { role: 'approver', home: 'staff' },
  'other-approver': { role: 'approver', home: 'staff' },
  agent: { role: 'agent', home: 'staff' },
};

/** Fresh customers and persons; nothing of another episode can be seen from here, or this would be a finding. */
export async function beginEpisode(
  world: World,
  name: string,
  commands: readonly Command[],
): Promise<Episode> {
  const tags = { customer: newTag(), other: newTag(), staff: newTag() };
  const tenants = {
    customer: `${tags.customer}${world.tails.large}`,
    other: `${tags.other}${world.tails.dollar}`,
    staff: newId(),
  };
  await world.admin('SELECT fuzz.copy_customer($1, $2), fuzz.copy_customer($3, $4)', [
    'large',
    tags.customer,
    'dollar',
    tags.other,
  ]);
  await world.admin(
    `INSERT INTO cs.tenant (id, slug, name, currency, locale, time_zone) VALUES ($1, $2, 'Staff', 'EUR', 'en-IE', 'Europe/Dublin')`,
    [tenants.staff, `staff-${tags.staff}`],
  );
  const make = (who: Who): Person => makePerson(who, tenants, tags);
  const people = {
    owner: make('owner'),
    second: make('second'),
    third: make('third'),
    member: make('member'),
    stranger: make('stranger'),
    approver: make('approver'),
    'other-approver': make('other-approver'),
    agent: make('agent'),
  };
  await insertPeople(world, Object.values(people));
  return {
    ...emptyRecords(),
    world,
    name,
    modelName: `adversary-${tags.staff}`,
    people,
    commands,
    ledger: await readLedger(world, tenants.customer),
  };
}

async function insertPeople(world: World, people: readonly Person[]): Promise<void> {
  await world.admin(
    `INSERT INTO cs.person (id, tenant_id, email, label, role)
      SELECT (p->>'id')::uuid, (p->>'tenant')::uuid, p->>'email', p->>'label', p->>'role' FROM jsonb_array_elements($1::jsonb) p`,
    [
      JSON.stringify(
        people.map(({ viewer, email, who }) => ({
          id: viewer.personId,
          tenant: viewer.homeTenantId,
          email,
          label: who,
          role: viewer.role,
        })),
      ),
    ],
  );
}

function emptyRecords() {
  return {
    step: 0,
    aheadS: 0,
    paused: new Set<string>(),
    pausedAtMs: null,
    cards: [],
    turns: 0,
    nonces: [],
    shown: [],
    submissions: [],
    prompts: [],
    sent: [],
    emitted: [],
    transitions: [],
    effects: [],
    stretches: [],
    notes: [],
    spoken: [],
    assertions: [],
    known: new Map(),
    steps: 0,
  };
}

function makePerson(
  who: Who,
  tenants: Readonly<Record<'customer' | 'other' | 'staff', string>>,
  tags: Readonly<Record<'customer' | 'other' | 'staff', string>>,
): Person {
  const { role, home } = PEOPLE[who];
  const personId = newId();
  const tenantId = tenants[home];
  return {
    who,
    viewer: { personId, role, homeTenantId: tenantId },
    email: `${who}.${tags[home]}@people.test`,
    tag: tags[home],
    role,
    isSignedIn: true,
    session: { personId, tenantId, role, sessionVersion: 1, sessionId: newId() },
    conversations: [],
    secret: null,
    usedStep: 0,
    lastCode: null,
  };
}

let tagsGiven = randomInt(TAGS);

/**
 * Eight hexadecimal digits that begin with a letter, so that no amount or date holds them. Counted, not drawn: among ten thousand
 * episodes two would draw the same.
 */
function newTag(): string {
  tagsGiven = (tagsGiven + 1) % TAGS;
  return `f${tagsGiven.toString(16).padStart(7, '0')}`;
}
