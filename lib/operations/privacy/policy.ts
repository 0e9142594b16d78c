import 'server-only';
import { EXPORT_KEPT_DAYS } from '#lib/contract/privacy.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#lib/kernel/clock.ts';

/** A copy waits so long for its person. Art. 5(1)(e) GDPR: no longer than it is needed. */
export const EXPORT_KEPT_MS = EXPORT_KEPT_DAYS * DAY_MS;
/** A builder says at least this often that it goes on, or another begins anew. */
export const EXPORT_LEASE_MS = 2 * MINUTE_MS;
/** Times that a copy is begun before it is given up: what breaks three times breaks again. */
export const EXPORT_ATTEMPTS = 3;
/**
 * Bytes of the file in one stored chunk, before it is sealed. Few enough that none of the texts and buffers it becomes on its way gets
 * memory of its own, which is slow to come by and slow to be given back.
 */
export const CHUNK_BYTES = 48 * 1024;
/** Messages, and rows of everything else, read at a time. */
export const READ_PAGE = 200;
/** Copies one may ask for in a rolling day: each reads everything there is. */
export const EXPORTS_PER_DAY = 5;

/** A sign-in counts as proof for so long. Less than for a second factor, because nothing brings back what is erased. */
export const FRESH_FOR_ERASURE_S = 5 * 60;
/** Rows that one statement of an erasure removes, so that no other transaction waits long. */
export const ERASE_BATCH = 1_000;
/** How long the request that asked for an erasure waits for its receipt before it hands out the token alone. */
export const ERASE_WAIT_MS = 8_000;
/** What an account's `confirm` is: its address. A conversation's is this word. */
export const CONFIRM_CONVERSATION = 'erase';

/** So long after it was handed out a copy may still be on its way; then what is stored of it goes, however the download ended. */
export const DOWNLOAD_MS = HOUR_MS;

/** When the worker looks for what waits, is stuck or has run out (graphile-worker's cron syntax). */
export const PRIVACY_CRON = '* * * * *';

/** What an erasure removes, by category, in the words of the page and the receipt. */
export const GOES = {
  conversations: { label: 'Conversations', scopes: ['account', 'conversation'] },
  messages: { label: 'Messages and answers, with what was looked up', scopes: ['account', 'conversation'] },
  feedback: { label: 'What you thought of answers', scopes: ['account', 'conversation'] },
  turns: { label: 'Turns: when you asked and how it ended', scopes: ['account', 'conversation'] },
  cases: { label: 'Requests to a person', scopes: ['account'] },
  case_texts: { label: 'What you and we wrote in them', scopes: ['account'] },
  attacks: { label: 'Messages of yours remembered as attacks', scopes: ['account'] },
  mails: { label: 'Mails to you', scopes: ['account'] },
  exports: { label: 'Copies of your data', scopes: ['account'] },
  choices: { label: 'Settings of yours', scopes: ['account'] },
  factors: { label: 'Second factor and recovery codes', scopes: ['account'] },
  sign_ins: { label: 'Ways to sign in', scopes: ['account'] },
} as const;
export type GoesCategory = keyof typeof GOES;

/** What has to stay after an erasure, why, and until when. */
export const STAYS = {
  invoices: {
    label: 'Invoices, payments and credits of your organisation',
    why: 'They are its books, which tax law asks us and them to keep. They never held a conversation',
    until: 'as long as tax law asks',
    scopes: ['account', 'conversation'],
  },
  approvals: {
    label: 'Changes you asked for or decided, what the card said, and what was done',
    why: 'The record of who agreed to a change of the bill (Art. 17(3)(b) and (e) GDPR). What waited is withdrawn; the assistant’s words about it go',
    until: '7 years',
    scopes: ['account', 'conversation'],
  },
  audit: {
    label: 'Entries of the security log, without content and without your name',
    why: 'So that misuse can be proved, and this erasure too (Art. 17(3)(e) GDPR)',
    until: '12 months',
    scopes: ['account', 'conversation'],
  },
  usage: {
    label: 'What each answer cost: model, tokens and amount, without your name',
    why: 'Bookkeeping of the service',
    until: '24 months',
    scopes: ['account', 'conversation'],
  },
  copies: {
    label: 'Copies of your data that were made before: they can’t be fetched any more',
    why: 'The conversation may be in them, so their keys are destroyed with its own. That you asked for them is kept, because it is counted',
    until: '7 days',
    scopes: ['conversation'],
  },
  handed_over: {
    label: 'What you handed over to a person out of it',
    why: 'It is a request of its own, with its own key; erasing the account removes it',
    until: 'as long as the account',
    scopes: ['conversation'],
  },
  account_number: {
    label: 'A number where your account was, and this receipt',
    why: 'What stays above points at it. Your address, name and password are gone from it',
    until: '7 years',
    scopes: ['account'],
  },
  backups: {
    label: 'Copies in backups, which nobody can read any more',
    why: 'The keys are destroyed; backups of keys are kept for a few days only',
    until: 'the next turn of the backups',
    scopes: ['account', 'conversation'],
  },
} as const;
