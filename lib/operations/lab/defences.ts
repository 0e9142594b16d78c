import 'server-only';
import type { Stopper } from '#lib/contract/lab/attack.ts';
import type { FaultId } from '#lib/faults/table.ts';

/** What only the victim's browser does: switches of the lab itself, since no code of ours runs there. */
export const PAGE_SWITCHES = {
  'page-policy-off': 'The page comes without a content security policy',
  'page-renders-anything': 'The page renders markdown and markup as they are',
} as const;
export type SwitchId = FaultId | keyof typeof PAGE_SWITCHES;

type Row = { title: string; does: string; stage: Stopper; isStanding?: true; faults: readonly SwitchId[] };

/**
 * Every planted fault, sorted by the defence that it takes away. `isStanding`: no profile takes it away, since without it the
 * application only breaks, or hands every run the data of all others; its faults stay switches of their own.
 */
export const DEFENCES = {
  screening: {
    title: 'Screening of messages and data',
    does: 'Messages and looked-up texts are read for orders; what gave orders brings no card.',
    stage: 'input-guard',
    faults: ['screening-off', 'flagged-turn-proposes', 'attacks-forgotten', 'flag-forgotten'],
  },
  'clean-input': {
    title: 'Clean input',
    does: 'Hidden characters, card numbers, credentials and personal details never reach the model.',
    stage: 'input-guard',
    // prettier-ignore
    faults: [
      'hidden-characters-kept', 'message-not-redacted', 'details-reach-the-model',
      'known-details-forgotten', 'strangers-details-given-back',
    ],
  },
  'prompt-structure': {
    title: 'Roles and delimiters',
    does: 'Orders, facts, messages and data stand in roles and between tags that nobody can guess.',
    stage: 'prompt',
    faults: ['prompt-flat', 'fences-not-neutralised', 'tool-results-not-fenced', 'tool-text-not-escaped'],
  },
  'least-privilege': {
    title: 'Least privilege',
    does: 'A closed list of narrow tools, strict arguments, and every look-up with the rights of who asks.',
    stage: 'tools',
    // prettier-ignore
    faults: [
      'customer-search', 'inherited-tool-names', 'model-names-kept', 'extra-keys-accepted',
      'duplicate-keys-accepted', 'prototype-keys-accepted', 'tool-role-check-off', 'billing-role-check-off',
      'handles-shared', 'no-owner-check', 'foreign-conversation', 'context-not-bound', 'database-walls-off',
    ],
  },
  approvals: {
    title: 'Approvals',
    does: 'Changes wait for people, who see what will happen, once, in time, and two of them where it matters.',
    stage: 'approvals',
    // prettier-ignore
    faults: [
      'approved-when-proposed', 'change-at-once', 'requester-not-reauthorised', 'approver-is-requester',
      'one-person-suffices', 'two-people-threshold-off', 'small-refunds-not-summed',
      'two-people-not-rechecked', 'step-up-skipped', 'step-up-replayable', 'typed-amount-ignored',
      'no-display-hash-check', 'no-content-check', 'resource-version-ignored', 'policy-version-ignored',
      'expiry-ignored', 'card-from-model-text', 'two-cards-in-a-turn', 'waiting-without-limit',
      'nonce-reusable', 'nonce-of-another-card', 'old-nonce-accepted', 'replay-allowed',
      'ended-proposals-close', 'proposal-not-held', 'reason-not-guarded',
    ],
  },
  'business-limits': {
    title: 'Business limits',
    does: 'No more is given back than was paid, and caps for people, customers and days hold whatever was approved.',
    stage: 'billing',
    // prettier-ignore
    faults: [
      'refund-above-rest', 'no-day-cap-person', 'no-day-cap-tenant', 'no-day-cap-approver', 'no-day-count',
      'ledger-not-held',
    ],
  },
  limits: {
    title: 'Limits of use',
    does: 'Turns a minute, turns at once, money, rounds and length of an answer are bounded.',
    stage: 'admission',
    // prettier-ignore
    faults: [
      'no-rate-limit', 'no-concurrency-limit', 'reservation-skipped', 'idempotency-ignored',
      'endless-steps', 'oversized-arguments', 'answer-without-end',
    ],
  },
  'kill-switch': {
    title: 'Kill switch',
    does: 'Within a second of a pause no model is asked, no tool runs and nothing is decided.',
    stage: 'admission',
    // prettier-ignore
    faults: [
      'kill-switch-ignored-at-decision', 'kill-switch-ignored-in-flight', 'kill-switch-ignored-in-steps',
      'tenant-switch-ignored', 'model-switch-ignored',
    ],
  },
  identity: {
    title: 'Sessions and origin',
    does: 'Requests come from our own pages, and an ended session ends at once.',
    stage: 'identity',
    // prettier-ignore
    faults: [
      'origin-not-checked', 'session-not-held-at-decision', 'session-not-held-in-steps',
      'address-rules-ignored',
    ],
  },
  'output-guard': {
    title: 'Output guard',
    does: 'Every word is held back until it is known to hold no secret, no stranger’s data, no image and no foreign link.',
    stage: 'output-guard',
    // prettier-ignore
    faults: [
      'output-guard-off', 'no-hold-back', 'canary-not-watched', 'passages-not-watched', 'secrets-shown',
      'addresses-shown', 'numbers-shown', 'images-allowed', 'links-allowed', 'markup-allowed',
      'figures-not-compared',
    ],
  },
  page: {
    title: 'The page',
    does: 'Answers are rendered from an allow-list, and the page’s policy lets the browser fetch from nowhere else.',
    stage: 'page',
    faults: ['page-policy-off', 'page-renders-anything'],
  },
  audit: {
    title: 'Audit',
    does: 'Every attempt leaves an entry, allowed or refused.',
    stage: 'audit',
    faults: ['audit-skipped-on-denial', 'audit-skipped-on-refusal'],
  },
  'stored-text': {
    title: 'Stored text',
    does: 'What is kept is sealed for its place, and only the branch that is shown is read again.',
    stage: 'history',
    isStanding: true,
    // prettier-ignore
    faults: [
      'history-of-another-branch', 'hold-ignored', 'shared-data-key', 'commitment-skipped',
      'clear-text-fallback', 'audit-newline-kept',
    ],
  },
  'tenant-filter': {
    title: 'Tenant filter',
    does: 'Lists hold what belongs to the customer that asks.',
    stage: 'billing',
    isStanding: true,
    faults: ['no-tenant-filter'],
  },
  bookkeeping: {
    title: 'Bookkeeping',
    does: 'Effects are written once, with their key, from arguments that were parsed again.',
    stage: 'billing',
    isStanding: true,
    // prettier-ignore
    faults: [
      'effect-skipped', 'double-apply', 'lost-reply-ends-it', 'refund-of-nothing',
      'stored-arguments-unchecked', 'settle-above-reservation',
    ],
  },
  providers: {
    title: 'Keys and providers',
    does: 'Revoked keys are never used again, logs hold no secrets, and nobody is asked whom privacy forbids.',
    stage: 'model',
    isStanding: true,
    faults: ['revoked-key-used', 'log-not-redacted', 'fallback-unasked'],
  },
} as const satisfies Record<string, Row>;
export type DefenceId = keyof typeof DEFENCES;

/** Switches that add something instead of taking it away: the patterns of the textbook. No defence of ours has them. */
export const NAIVE = ['naive-input-patterns', 'naive-output-check'] as const satisfies readonly FaultId[];
