import type { ClaimTable } from './claim.ts';

const unit = 'npm test -- --only unit';
const browser = 'npm test -- --only build,e2e';

/** Promises about what the application does and refuses to do. */
export const CONDUCT_CLAIMS: ClaimTable = {
  'C-02': {
    promise:
      'The model changes nothing: it can propose, and only a press on a card that the server drew executes.',
    keptBy: 'lib/turn/propose-change.ts',
    provedBy: [
      {
        file: 'lib/stages/approvals/propose.test.ts',
        test: 'gets a card shown to the person, and nothing else happens',
      },
      {
        file: 'lib/stages/approvals/propose.test.ts',
        test: 'executes nothing by words: "ok do it" is a message like any other',
      },
      {
        file: 'lib/kernel/db.test.ts',
        test: 'enters the reading role for look-ups, which can write nothing, and leaves it again',
      },
    ],
    shownBy: unit,
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
        test: 'is on when the flags can no longer be read: work in flight holds still until they are',
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
      'Other people’s addresses and numbers, secrets, the system prompt, images, HTML and links off the list do not leave in an answer, however it is cut into chunks.',
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
    promise:
      'Provider keys stay on the server: in no log, error or prompt, and one that is taken out of the ring is used no more.',
    keptBy: 'lib/stages/model/keys/key-ring.ts',
    provedBy: [
      { file: 'lib/turn.test.ts', test: 'reaches the provider without ids, addresses or keys' },
      {
        file: 'lib/stages/model/openai-model.test.ts',
        test: 'says nothing of what it was sent or of the key in its error',
      },
      {
        file: 'lib/stages/model/keys/key-ring.test.ts',
        test: 'no key is in an error, in an alert, or in anything that can be looked into',
      },
      {
        file: 'lib/stages/model/keys/logged.test.ts',
        test: 'a process that loses its keys says so in its log, and prints none of them',
      },
      { file: 'lib/stages/model/keys/key-ring.test.ts', test: 'a key that is taken out of the ring' },
      {
        file: 'lib/stages/model/resilience.test.ts',
        test: 'the only machine that is asked is the provider’s',
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
  'C-23': {
    promise:
      'Addresses, telephones and account numbers that people type never reach the model; they come back in its answers and on cards.',
    keptBy: 'lib/stages/input-guard/vault/open-vault.ts',
    provedBy: [
      {
        file: 'lib/turn/hidden-details.test.ts',
        test: 'an address is a placeholder to the model, and itself again in the answer, the card and the next turn',
      },
      {
        file: 'e2e/journeys/guards.spec.ts',
        test: 'an address stays hidden from the model and stands whole on the card of the change',
      },
    ],
    shownBy: unit,
  },
  'C-24': {
    promise:
      'A message that gives the assistant orders brings no card, and a change after it takes two people.',
    keptBy: 'lib/turn/answer.ts',
    provedBy: [
      {
        file: 'lib/turn/hidden-details.test.ts',
        test: 'a message that gave orders brings no card, and a change after it takes two people',
      },
      {
        file: 'e2e/journeys/guards.spec.ts',
        test: 'a message that reads like orders is answered, changes nothing and says why',
      },
    ],
    shownBy: browser,
  },
};
