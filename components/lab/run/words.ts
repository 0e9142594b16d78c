import type { DefendedBy, Profile } from '#lib/contract/lab/profile.ts';
import type { InboxHit } from '#lib/contract/lab/trace.ts';
import type { Actor } from '#lib/contract/lab/scene.ts';
import type { Stopper } from '#lib/contract/lab/attack.ts';
import type { Verdict } from '#lib/contract/stages.ts';
import type { Tone } from '#components/ui/badge.tsx';

/** Who acts, as the trace says it. */
export const ACTOR_WORDS = {
  owner: 'Owner of the account',
  'second-owner': 'Second owner',
  member: 'Member without money rights',
  stranger: 'Owner of another customer',
  approver: 'Finance approver',
  'second-approver': 'Second finance approver',
  agent: 'Support agent',
  admin: 'Administrator',
  nobody: 'Somebody without a session',
} as const satisfies Record<Actor, string>;

/** What stopped an attack, as a person calls it. */
export const STOPPER_WORDS = {
  identity: 'Identity',
  admission: 'Admission',
  'input-guard': 'Input guard',
  prompt: 'Prompt',
  model: 'The model itself',
  tools: 'Tools',
  approvals: 'Approvals',
  'output-guard': 'Output guard',
  history: 'History',
  audit: 'Audit',
  billing: 'Ledger rules',
  contract: 'Wire contract',
  page: 'The page',
  database: 'Database walls',
} as const satisfies Record<Stopper, string>;

export const VERDICT_LOOKS = {
  pass: { label: 'passed', tone: 'neutral' },
  flag: { label: 'flagged', tone: 'warn' },
  redact: { label: 'redacted', tone: 'warn' },
  block: { label: 'blocked', tone: 'good' },
} as const satisfies Record<Verdict, { label: string; tone: Tone }>;

export const HIT_WORDS = {
  fetched: 'The victim’s browser fetched it by itself',
  clicked: 'The victim pressed a link',
  sent: 'Our own server sent it',
} as const satisfies Record<InboxHit['by'], string>;

/** A set of defences in a few words. */
export function describeDefences(by: DefendedBy, profiles: readonly Profile[]): string {
  if ('profile' in by) return profiles.find(({ name }) => name === by.profile)?.title ?? by.profile;
  if ('keeps' in by)
    return by.keeps.length === 0 ? 'No defence' : `Only ${count(by.keeps.length, 'defence')}`;
  return by.without.length === 0 ? 'Everything' : `Everything but ${count(by.without.length, 'check')}`;
}

/** `1 byte`, `2 bytes`. */
export function count(value: number, thing: string): string {
  return `${value.toLocaleString('en')} ${thing}${value === 1 ? '' : 's'}`;
}
