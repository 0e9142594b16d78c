import 'server-only';
import { type Family, LEAST } from './family.ts';
import { HOSTED } from './hosted.ts';
import { SELF_HOSTED } from './self-hosted.ts';

/** The day on which the sources of the tables were read. */
export const FAMILIES_READ_ON = '2026-11-26';

/** Whoever else speaks the format: the least is sent, and nothing is known of what becomes of it. */
const OTHER = {
  name: 'a provider that is not in the table',
  hosts: [],
  localPort: null,
  isOwn: false,
  baseUrl: '',
  auth: 'authorization',
  accepts: LEAST,
  callIds: 'any',
  returnsExtras: false,
  keeps: 'Not known: ask whoever runs it.',
  keptDays: null,
  source: '',
  parameters: '',
} as const satisfies Family;

/** Every family of providers, by the name that OPENAI_FAMILY takes. */
export const FAMILIES = { ...HOSTED, ...SELF_HOSTED, other: OTHER } as const satisfies Record<string, Family>;
export type FamilyId = keyof typeof FAMILIES;

export function isFamilyId(name: string): name is FamilyId {
  return Object.hasOwn(FAMILIES, name);
}

/** The names that may be written into OPENAI_FAMILY. */
export const FAMILY_IDS: readonly FamilyId[] = Object.keys(FAMILIES).filter(isFamilyId);
