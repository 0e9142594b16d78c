import 'server-only';
import type { InvoiceLine } from '#lib/contract/bill.ts';

/** Days until a refund has arrived, as banks promise it. */
export const REFUND_DAYS = 9;

/** Days in which bills still go to the old address, so that whoever reads it can object. */
export const EMAIL_COOLING_DAYS = 2;

/** Most seats of one customer, and most that one change adds or removes. */
export const MAX_SEATS = 50;
export const MAX_SEATS_AT_ONCE = 20;

/** Longest address that SMTP carries (RFC 5321). */
export const EMAIL_LENGTH = 254;

/** What a promotion takes its percentage off. */
export const DISCOUNTED_KINDS: readonly InvoiceLine['kind'][] = ['plan', 'seat'];

/** A payment in one of these may still arrive: what is due must not change under it. */
export const RUNNING_PAYMENTS: readonly string[] = ['retrying', 'pending'];
