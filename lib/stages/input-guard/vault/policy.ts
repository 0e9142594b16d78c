import 'server-only';
import type { Kind } from '#lib/kernel/personal-data/span.ts';

/**
 * What a model reads a placeholder for, and the name the placeholder begins with. Cards and credentials are not among
 * them: those are taken out for good before a message is stored.
 */
export const VAULTED = {
  email: 'email',
  phone: 'phone',
  iban: 'iban',
  government_id: 'id',
} as const satisfies Partial<Record<Kind, string>>;
export type Vaulted = keyof typeof VAULTED;
/** Of a conversation's messages all kinds; of a tool result those that can't be part of a reference or a figure. */
export const VAULTED_IN_MESSAGES = [
  'iban',
  'government_id',
  'email',
  'phone',
] as const satisfies readonly Vaulted[];
export const VAULTED_IN_DATA = ['iban', 'email'] as const satisfies readonly Vaulted[];

/**
 * Every placeholder is an address of a domain that can never exist (RFC 2606): it fits a field for addresses, a model copies
 * it whole, and the output guard removes one that stands for nothing as it removes any stranger's address.
 */
export const VAULT_DOMAIN = 'vault.invalid';
