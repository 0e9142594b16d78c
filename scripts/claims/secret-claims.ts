import type { ClaimTable } from './claim.ts';

const unit = 'npm test -- --only unit';
const SECRETS = 'lib/kernel/secrets';

/** Secrets, providers, and what is sent to them. */
export const SECRET_CLAIMS: ClaimTable = {
  'C-80': {
    promise: 'Nothing that a server writes, its log or anything else it prints, holds a secret of its own.',
    keptBy: `${SECRETS}/redact.ts`,
    provedBy: [
      {
        file: `${SECRETS}/redact.test.ts`,
        test: 'a line of the log holds no secret, wherever one is put into it',
      },
      {
        file: `${SECRETS}/guard-output.test.ts`,
        test: 'whatever a process prints has no secret in it: lines, objects, bytes, warnings, rejections, the crash at the end',
      },
    ],
    shownBy: unit,
  },
  'C-81': {
    promise:
      'Without its secrets service nothing starts, and once its last answer is too old everything stops.',
    keptBy: `${SECRETS}/keep-secrets.ts`,
    provedBy: [
      {
        file: 'lib/start-server.test.ts',
        test: 'a process takes its secrets from the service that keeps them, and does not start without it',
      },
      { file: `${SECRETS}/keep-secrets.test.ts`, test: 'a service' },
    ],
    shownBy: unit,
  },
  'C-82': {
    promise:
      'A second provider is asked only where the first did not carry the call out and privacy allows it.',
    keptBy: 'lib/stages/model/fallback/with-fallback.ts',
    provedBy: [
      { file: 'lib/stages/model/fallback/with-fallback.test.ts', test: 'the second provider is not asked' },
      {
        file: 'lib/stages/model/fallback/forbids-fallback.test.ts',
        test: 'health data, whatever is agreed',
      },
    ],
    shownBy: unit,
  },
  'C-83': {
    promise:
      'For each answer its person, and nobody else, can read what was sent to the model, byte for byte.',
    keptBy: 'lib/stages/history/sent/read-sent.ts',
    provedBy: [
      {
        file: 'lib/turn/sent.test.ts',
        test: 'what a person is shown is what left for the provider: every request, byte for byte, and nothing else',
      },
      { file: 'lib/turn/sent.test.ts', test: 'nobody else is shown it, whoever they are' },
    ],
    shownBy: unit,
  },
  'C-84': {
    promise: 'A provider is sent no other key of the ring, nothing of another person and no secret.',
    keptBy: 'lib/stages/model/transport/open-stream.ts',
    provedBy: [
      {
        file: 'lib/turn/recorded.test.ts',
        test: 'a provider that records everything receives no other key of the ring, nothing of anybody else and no secret',
      },
    ],
    shownBy: unit,
  },
};
