import 'server-only';
import { type Kind, STRICT_KINDS } from '#lib/kernel/personal-data/span.ts';

/**
 * What a model reads a placeholder for, and the name the placeholder begins with. Cards and credentials are not among
 * them: those are taken out for good before a message is stored.
 */
export const VAULTED = {
  email: 'email',
  phone: 'phone',
  iban: 'iban',
  government_id: 'id',
  web_address: 'link',
  vehicle_id: 'vehicle',
  ip_address: 'ip',
  record_number: 'record',
  person_date: 'date',
  place: 'place',
  name: 'name',
} as const satisfies Partial<Record<Kind, string>>;
export type Vaulted = keyof typeof VAULTED;
/**
 * By the setting PERSONAL_DATA: what is hidden in a conversation's messages, and what in tool results, where nothing may be that can
 * be part of a reference, a figure or the customer's own billing address.
 */
export const HIDDEN = {
  standard: { inMessages: ['iban', 'government_id', 'email', 'phone'], inData: ['iban', 'email'] },
  hipaa: {
    inMessages: ['iban', 'government_id', 'email', 'phone', ...STRICT_KINDS],
    inData: ['iban', 'email', 'phone', ...STRICT_KINDS.filter((kind) => kind !== 'place')],
  },
} as const satisfies Record<string, { inMessages: readonly Vaulted[]; inData: readonly Vaulted[] }>;
export type PersonalDataTable = keyof typeof HIDDEN;

/** Known again wherever they stand, without the word that gave them away. Dates and places would hide a bill's own figures. */
export const KNOWN_AGAIN: readonly Vaulted[] = [
  'phone',
  'iban',
  'government_id',
  'vehicle_id',
  'record_number',
  'name',
];
/** Shorter ones may be an amount or a part of a reference that stands elsewhere. */
export const KNOWN_AGAIN_FEWEST = 7;
/** Never given back in an answer, not even to whoever wrote them: an answer leads nowhere off the list of our own pages. */
export const NEVER_GIVEN_BACK: readonly Vaulted[] = ['web_address'];

/**
 * Every placeholder is an address of a domain that can never exist (RFC 2606): it fits a field for addresses, a model copies
 * it whole, and the output guard removes one that stands for nothing as it removes any stranger's address.
 */
export const VAULT_DOMAIN = 'vault.invalid';
