import 'server-only';
import type { Role } from '#lib/contract/roles.ts';
import { env } from '#lib/kernel/env.ts';

/** An account of the demonstration; `tenant` is the slug that the seed uses. */
export type DemoAccount = {
  readonly email: string;
  readonly label: string;
  readonly role: Role;
  readonly tenant: string;
  /** One line for the sign-in page. */
  readonly blurb: string;
};

/** Everyone one can be with one click, in the order the sign-in page shows them. */
export const DEMO_ACCOUNTS = [
  {
    email: 'owner@northwind.test',
    label: "Northwind's owner",
    role: 'owner',
    tenant: 'northwind',
    blurb: 'Sees the whole bill, in euros',
  },
  {
    email: 'member@northwind.test',
    label: "Northwind's member",
    role: 'member',
    tenant: 'northwind',
    blurb: 'Sees plan and usage, no money',
  },
  {
    email: 'owner@acme.test',
    label: "Acme's owner",
    role: 'owner',
    tenant: 'acme',
    blurb: 'Another customer, in US dollars',
  },
  {
    email: 'member@acme.test',
    label: "Acme's member",
    role: 'member',
    tenant: 'acme',
    blurb: 'Sees plan and usage, no money',
  },
  {
    email: 'agent@countersign.test',
    label: 'Support agent',
    role: 'agent',
    tenant: 'countersign',
    blurb: 'Staff: answers customers',
  },
  {
    email: 'approver@countersign.test',
    label: 'Finance approver',
    role: 'approver',
    tenant: 'countersign',
    blurb: 'Staff: countersigns refunds',
  },
  {
    email: 'admin@countersign.test',
    label: 'Administrator',
    role: 'admin',
    tenant: 'countersign',
    blurb: 'Staff: runs the service',
  },
  {
    email: 'auditor@countersign.test',
    label: 'Auditor',
    role: 'auditor',
    tenant: 'countersign',
    blurb: 'Staff: reads the log, no content',
  },
  {
    email: 'trainer@countersign.test',
    label: 'Trainer',
    role: 'trainer',
    tenant: 'countersign',
    blurb: 'Staff: attack lab only',
  },
] as const satisfies readonly DemoAccount[];

/** True only while DEMO=1, and only for the addresses above. */
export function isDemoAccount(email: string): boolean {
  return env().DEMO && DEMO_ACCOUNTS.some((account) => account.email === email);
}

/** True once DEMO is off: the accounts may still be in the database, with a password that lay in a file, and are shut. */
export function isClosedDemoAccount(email: string): boolean {
  return !env().DEMO && DEMO_ACCOUNTS.some((account) => account.email === email);
}
