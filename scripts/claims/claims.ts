import type { ClaimTable } from './claim.ts';

const unit = 'npm test -- --only unit';
const browser = 'npm test -- --only build,e2e';

/**
 * Every promise of README.md and SECURITY.md. There, a promise carries its id: `[C-01](docs/claims.md#c-01)` beside the
 * sentence, or `<!-- C-01 -->` after it. `npm run claims` writes docs/claims.md from this table; `npm test` fails when a
 * promise has no row, a row no promise, a file or test is gone, or a test did not pass.
 */
export const CLAIMS: ClaimTable = {
  'C-01': {
    promise: 'The model reads only what its person may read.',
    keptBy: 'prisma/migrations/0020_billing_rules/migration.sql',
    provedBy: [
      { file: 'lib/billing/ledger-rules.test.ts', test: 'row-level security of the ledger' },
      {
        file: 'lib/stages/tools/parse-arguments.test.ts',
        test: 'never takes a user, a tenant, a role or an id: whose data is read follows from the session',
      },
      { file: 'lib/turn.test.ts', test: 'finds nothing of another tenant, even by that tenant’s own handle' },
    ],
    shownBy: unit,
  },
  'C-02': {
    promise: 'The model changes nothing: no tool writes.',
    keptBy: 'lib/stages/tools/policy.ts',
    provedBy: [
      { file: 'lib/stages/tools/parse-arguments.test.ts', test: 'only ever reads' },
      {
        file: 'lib/kernel/db.test.ts',
        test: 'enters the reading role for look-ups, which can write nothing, and leaves it again',
      },
    ],
    shownBy: unit,
  },
  'C-03': {
    promise:
      'Nobody sees another person’s conversation; someone else’s, a deleted and a malformed id get the same 404.',
    keptBy: 'lib/stages/history/read-conversation.ts',
    provedBy: [
      {
        file: 'app/api/conversations/route.test.ts',
        test: 'of someone else, of nobody and with a malformed id are one and the same 404, whatever is asked',
      },
      { file: 'e2e/authz/matrix.spec.ts', test: 'control: the person whose things they are does reach them' },
      { file: 'e2e/authz/matrix.spec.ts', test: 'after all of that the conversation is as it was' },
    ],
    shownBy: browser,
  },
  'C-04': {
    promise:
      'Messages are encrypted under a key per conversation and bound to their place; no clear text is in the database.',
    keptBy: 'lib/kernel/cipher/envelope.ts',
    provedBy: [
      { file: 'lib/kernel/cipher/envelope.test.ts', test: 'a sealed value' },
      {
        file: 'lib/stages/history/history.test.ts',
        test: 'stands in the database as no word of what was said',
      },
      {
        file: 'lib/stages/history/history.test.ts',
        test: 'does not open a message that was moved to another place, another speaker or another conversation',
      },
    ],
    shownBy: unit,
  },
  'C-05': {
    promise: 'Deleted means unreadable at once.',
    keptBy: 'lib/stages/history/change-conversation.ts',
    provedBy: [
      {
        file: 'lib/stages/history/history.test.ts',
        test: 'that deletes it destroys its key at once: no copy of its rows can be read any more',
      },
    ],
    shownBy: unit,
  },
  'C-06': {
    promise: 'Conversations go, with their key, 90 days after their last message.',
    keptBy: 'lib/operations/retention/purge-expired.ts',
    provedBy: [{ file: 'lib/operations/retention/purge-expired.test.ts', test: 'after ninety days' }],
    shownBy: 'npm run retention -- --dry-run',
  },
  'C-07': {
    promise: 'A revoked session ends at the next request, and in a running answer at the next look-up.',
    keptBy: 'lib/stages/identity/verify-session.ts',
    provedBy: [
      {
        file: 'lib/stages/identity/verify-session.test.ts',
        test: 'until sessions are revoked: then at once, everywhere',
      },
      {
        file: 'e2e/journeys/limits.spec.ts',
        test: 'a session revoked in the middle: the page says so, keeps the draft, and goes on after signing in',
      },
    ],
    shownBy: unit,
  },
  'C-08': {
    promise:
      'Ten messages per minute and person, over any number of app processes; when limits or flags can’t be read, the answer is no.',
    keptBy: 'prisma/migrations/0040_open_turn/migration.sql',
    provedBy: [
      { file: 'lib/stages/admission/open-turn.test.ts', test: 'how many turns' },
      {
        file: 'lib/stages/admission/kill-switch.test.ts',
        test: 'is on when the flags can no longer be read, and ends work in flight',
      },
      {
        file: 'e2e/authz/turn-limit.spec.ts',
        test: 'the eleventh message in a minute is refused by whichever of two processes gets it',
      },
    ],
    shownBy: browser,
  },
  'C-09': {
    promise:
      'Other people’s e-mail addresses, secrets, the system prompt, images, HTML and links off the list do not leave in an answer, however it is cut into chunks.',
    keptBy: 'lib/stages/output-guard/create-output-guard.ts',
    provedBy: [
      { file: 'lib/stages/output-guard/create-output-guard.test.ts', test: 'what leaves the server' },
      { file: 'lib/stages/output-guard/create-output-guard.test.ts', test: 'chunk invariance' },
    ],
    shownBy: unit,
  },
  'C-10': {
    promise: 'No script runs that we did not send: a nonce policy without `unsafe-inline` on every page.',
    keptBy: 'proxy.ts',
    provedBy: [{ file: 'lib/stages/identity/page-policy.test.ts', test: 'every page has a policy' }],
    shownBy: unit,
  },
  'C-11': {
    promise: 'Provider keys stay on the server: in no log, error or prompt.',
    keptBy: 'lib/stages/model/openai-model.ts',
    provedBy: [
      { file: 'lib/turn.test.ts', test: 'reaches the provider without ids, addresses or keys' },
      {
        file: 'lib/stages/model/openai-model.test.ts',
        test: 'says nothing of what it was sent or of the key in its error',
      },
      {
        file: 'lib/kernel/log.test.ts',
        test: 'holds listed fields only: text, headers, bodies and errors are dropped, not printed',
      },
    ],
    shownBy: unit,
  },
  'C-12': {
    promise: 'It does not start misconfigured.',
    keptBy: 'lib/kernel/env.ts',
    provedBy: [
      {
        file: 'lib/kernel/env.test.ts',
        test: 'boot refuses in one line that names the variable and never its value',
      },
    ],
    shownBy: unit,
  },
  'C-13': {
    promise: 'The first question is answered with the right lines and amounts, from the person’s own ledger.',
    keptBy: 'lib/turn.ts',
    provedBy: [
      {
        file: 'e2e/journeys/first-question.spec.ts',
        test: 'the first question is answered with the right lines and amounts, and a reload keeps everything',
      },
    ],
    shownBy: 'npm run liveness',
  },
  'C-14': {
    promise: 'Rooms stay apart: every rule between them is a fence with an example that shows it stands.',
    keptBy: 'scripts/fences/rules.ts',
    provedBy: [{ file: 'scripts/fences/fences.test.ts', test: 'every fence' }],
    shownBy: 'npm test -- --only fences',
  },
  'C-15': {
    promise: 'A message survives a crash between receiving it and answering it.',
    keptBy: 'lib/turn/close.ts',
    provedBy: [
      {
        file: 'lib/turn.test.ts',
        test: 'loses nothing: the message is kept, the turn is closed as lost and audited, the same key answers it',
      },
    ],
    shownBy: unit,
  },
  'C-16': {
    promise: 'No runtime role is a superuser, owns a table or bypasses row-level security.',
    keptBy: 'scripts/database/roles.ts',
    provedBy: [
      { file: 'scripts/database/rules.test.ts', test: 'every table' },
      { file: 'scripts/database/rules.test.ts', test: 'a role that runs' },
    ],
    shownBy: unit,
  },
  'C-17': {
    promise: 'The audit log is append-only, attributed, and holds no content.',
    keptBy: 'lib/stages/audit/record.ts',
    provedBy: [
      { file: 'scripts/database/rules.test.ts', test: 'the audit log' },
      { file: 'lib/stages/audit/record.test.ts', test: 'an audit entry' },
      {
        file: 'lib/turn.test.ts',
        test: 'leaves an entry for its opening, each look-up and its end, and no word of its content',
      },
    ],
    shownBy: unit,
  },
};
