import 'server-only';
import { behind, CONSTRAINTS, type Fault, forLab, planted, ROW_SECURITY } from './fault.ts';

/** Every planted fault. A normal build has none of them: `#faults` is constantly false there. */
export const FAULTS = {
  // Who decides
  'no-owner-check': planted('approvals', 1, 'Anyone may look at any proposal', ROW_SECURITY),
  'session-not-held-at-decision': planted('identity', 2, 'A session that was ended still decides'),
  'session-not-held-in-steps': planted('identity', 2, 'A turn goes on after its session was ended'),
  'requester-not-reauthorised': planted('approvals', 3, 'Whoever asked need not be an owner any more'),
  'approver-is-requester': planted('approvals', 3, 'Whoever confirmed may countersign', CONSTRAINTS),
  'one-person-suffices': planted('approvals', 3, 'One person decides what takes two', CONSTRAINTS),
  'two-people-threshold-off': planted('approvals', 3, 'No amount takes two people'),
  'small-refunds-not-summed': planted('approvals', 3, 'Small refunds never add up to one that takes two'),
  'two-people-not-rechecked': planted('approvals', 4, 'A card drawn for one person stays one’s'),
  'step-up-skipped': planted('approvals', 3, 'No second factor is asked for'),
  'step-up-replayable': planted('identity', 3, 'A one-time code works twice'),
  'typed-amount-ignored': planted('approvals', 3, 'Large amounts need not be typed'),
  'approved-when-proposed': planted('approvals', 1, 'A proposal executes itself'),

  // What is decided
  'no-display-hash-check': planted('approvals', 2, 'Any hash passes for the card’s'),
  'no-content-check': planted(
    'approvals',
    4,
    'Stored arguments are not hashed again',
    'resource-version-ignored',
  ),
  'resource-version-ignored': planted('approvals', 4, 'What the card was about may have changed'),
  'policy-version-ignored': planted('approvals', 4, 'Proposals of older rules are executed'),
  'expiry-ignored': planted('approvals', 2, 'A proposal never runs out'),
  'card-from-model-text': planted('approvals', 1, 'The model’s words are the card’s title'),
  'two-cards-in-a-turn': planted('approvals', 2, 'Several changes are proposed in one turn'),
  'waiting-without-limit': planted('approvals', 2, 'Any number of cards may wait'),

  // Once
  'nonce-reusable': planted('approvals', 4, 'A nonce works again'),
  'nonce-of-another-card': planted('approvals', 4, 'A nonce works for every card of its person'),
  'old-nonce-accepted': planted('approvals', 4, 'A nonce never runs out'),
  'replay-allowed': planted(
    'approvals',
    2,
    'A decided proposal is decided again',
    'resource-version-ignored',
    'ended-proposals-close',
    CONSTRAINTS,
  ),
  'lost-reply-ends-it': planted(
    'approvals',
    5,
    'A decision whose reply was lost is taken back',
    'ended-proposals-close',
    CONSTRAINTS,
  ),
  'ended-proposals-close': behind('approvals', 'An ended proposal may be closed again'),
  'proposal-not-held': planted(
    'approvals',
    5,
    'A proposal is not locked while it is decided',
    'ended-proposals-close',
    CONSTRAINTS,
  ),
  'effect-skipped': planted('approvals', 5, 'No ledger key is written', ROW_SECURITY, CONSTRAINTS),
  'double-apply': planted('billing', 5, 'A change is carried out twice', CONSTRAINTS),

  // How much
  'refund-above-rest': planted('billing', 2, 'More is given back than was paid', CONSTRAINTS),
  'refund-of-nothing': planted('billing', 2, 'Zero is an amount', 'stored-arguments-unchecked', CONSTRAINTS),
  'stored-arguments-unchecked': behind('billing', 'Stored arguments are not parsed again'),
  'no-day-cap-person': planted('approvals', 3, 'No cap for one person and day'),
  'no-day-cap-tenant': planted('approvals', 3, 'No cap for one customer and day'),
  'no-day-cap-approver': planted('approvals', 3, 'No cap for one approver and day'),
  'no-day-count': planted('approvals', 3, 'Any number of changes a day'),
  'ledger-not-held': planted('approvals', 5, 'Two decisions add up the caps at once'),

  // Tools
  'inherited-tool-names': planted('tools', 1, 'constructor is a tool'),
  'model-names-kept': planted('tools', 2, 'Names that are no tool’s reach the page and the log'),
  'extra-keys-accepted': planted('tools', 2, 'Unknown arguments are ignored instead of refused'),
  'duplicate-keys-accepted': planted('tools', 2, 'The last of two equal keys wins'),
  'prototype-keys-accepted': planted('tools', 2, 'Prototype keys are ignored instead of refused'),
  'oversized-arguments': planted('tools', 2, 'Arguments may have any length'),
  'tool-role-check-off': planted(
    'tools',
    1,
    'Members may call tools that read money',
    'billing-role-check-off',
    ROW_SECURITY,
  ),
  'billing-role-check-off': behind('billing', 'The ledger does not ask for a role'),
  'no-tenant-filter': planted('billing', 1, 'Invoices are listed of everyone', ROW_SECURITY),
  'handles-shared': planted('history', 2, 'A handle works in every conversation of its person'),
  'endless-steps': planted('tools', 2, 'A turn may ask the model without end'),

  // Admission
  'no-rate-limit': planted('admission', 1, 'Any number of turns a minute'),
  'no-concurrency-limit': planted('admission', 2, 'Any number of turns at once'),
  'reservation-skipped': planted('admission', 2, 'A turn begins without money set aside for it'),
  'settle-above-reservation': planted(
    'admission',
    3,
    'Whatever a provider says it cost is booked',
    CONSTRAINTS,
  ),
  'idempotency-ignored': planted('admission', 2, 'The same message is answered twice'),
  'kill-switch-ignored-at-decision': planted('admission', 2, 'Decisions run while paused'),
  'kill-switch-ignored-in-flight': planted('admission', 2, 'A stream goes on while paused'),
  'kill-switch-ignored-in-steps': planted('admission', 2, 'A paused tool runs'),
  'tenant-switch-ignored': planted('admission', 2, 'A stream goes on while its customer is paused'),
  'model-switch-ignored': planted('admission', 2, 'A stream goes on while its model is paused'),
  'address-rules-ignored': planted('admission', 1, 'An address that is kept out is let in'),

  // Words
  'no-hold-back': planted('output-guard', 1, 'Text is sent as it comes, word by word unguarded'),
  'canary-not-watched': planted('output-guard', 2, 'The canary may be written'),
  'passages-not-watched': planted('output-guard', 2, 'The system text may be recited'),
  'secrets-shown': planted('output-guard', 1, 'Credentials are not removed'),
  'addresses-shown': planted('output-guard', 1, 'Other people’s addresses are not removed'),
  'numbers-shown': planted('output-guard', 1, 'Numbers of people, cards and accounts are not removed'),
  'images-allowed': planted('output-guard', 1, 'Images stay in answers'),
  'links-allowed': planted('output-guard', 1, 'Links to anywhere stay in answers'),
  'figures-not-compared': planted('output-guard', 2, 'Figures of an answer pass for looked up'),
  'markup-allowed': planted('output-guard', 1, 'Tags stay in answers'),
  'message-not-redacted': planted('input-guard', 1, 'Card numbers and keys that people type reach the model'),
  'details-reach-the-model': planted('input-guard', 1, 'Addresses and telephones reach the model'),
  'reason-not-guarded': planted('output-guard', 2, 'Words beside a card leave as the model wrote them'),
  'known-details-forgotten': planted('input-guard', 2, 'A number is hidden only beside the word for it'),
  'strangers-details-given-back': planted(
    'output-guard',
    2,
    'Any placeholder is given back, whosever the detail is',
  ),
  'flagged-turn-proposes': planted('input-guard', 2, 'A message that gave orders may bring a card'),
  'attacks-forgotten': planted('input-guard', 2, 'What an agent confirmed as an attack is not known again'),
  'flag-forgotten': planted('approvals', 2, 'After a message that gave orders one person still suffices'),
  'hidden-characters-kept': planted('input-guard', 2, 'Hidden characters reach the model'),
  'fences-not-neutralised': planted('prompt', 2, 'Imitations of our tags stay as typed'),
  'tool-results-not-fenced': planted('prompt', 2, 'Ledger data stands outside tags'),
  'tool-text-not-escaped': planted('prompt', 2, 'Ledger text may open a tag'),

  // What is kept
  'history-of-another-branch': planted('history', 2, 'A replaced message stays in the prompt'),
  'foreign-conversation': planted(
    'history',
    1,
    'A conversation is looked up by its id alone',
    ROW_SECURITY,
    'context-not-bound',
  ),
  'hold-ignored': planted('history', 2, 'What is on legal hold is deleted', ROW_SECURITY),
  'context-not-bound': planted('history', 4, 'A sealed value opens anywhere'),
  'shared-data-key': planted('history', 4, 'All conversations have the same key'),
  'commitment-skipped': planted('history', 5, 'A value opens whatever key it was sealed for'),
  'clear-text-fallback': planted('history', 3, 'What does not open is taken as text'),
  'audit-skipped-on-denial': planted('audit', 1, 'Refused tool calls leave no entry'),
  'audit-skipped-on-refusal': planted('audit', 1, 'Refused decisions leave no entry'),
  'audit-newline-kept': planted('audit', 3, 'A value may begin a line of its own in the log', CONSTRAINTS),

  // Keys and providers
  'revoked-key-used': planted('model', 3, 'A key that was taken out of the ring goes on being used'),
  'log-not-redacted': planted('kernel', 2, 'Lines of the log hold secrets word for word'),
  'fallback-unasked': planted('model', 3, 'The second provider is asked where privacy forbids it'),

  // Whole walls, for the attack lab alone
  'screening-off': forLab('input-guard', 1, 'Nothing that people or data say is screened'),
  'prompt-flat': forLab('prompt', 1, 'Orders, messages and data stand in one text without roles or tags'),
  'customer-search': forLab('tools', 1, 'A tool looks customers up by name, whosever they are'),
  'change-at-once': forLab('approvals', 1, 'A proposal that executes itself changes the ledger at once'),
  'output-guard-off': forLab('output-guard', 1, 'Answers leave as the model wrote them'),
  'answer-without-end': forLab('output-guard', 2, 'An answer may have any length'),
  'origin-not-checked': forLab('identity', 2, 'Requests of other pages are taken for ours'),
  'naive-input-patterns': forLab(
    'input-guard',
    1,
    'Added: the four patterns of the textbook block a message',
  ),
  'naive-output-check': forLab('output-guard', 1, 'Added: any e-mail address blocks an answer'),

  'database-walls-off': behind('database', 'Row-level security does not bind: cs_nowalls is entered'),
} as const satisfies Record<string, Fault>;

export type FaultId = keyof typeof FAULTS;
