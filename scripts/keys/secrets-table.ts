import { randomBytes } from 'node:crypto';

/** Secrets that the app made for itself, besides keys and passwords of the database: how a new one is made and what it does to people. */
export const SECRETS = [
  {
    setting: 'SESSION_SECRET',
    make: () => randomBytes(48).toString('base64url'),
    effect: 'everybody signs in again once the app is restarted',
  },
  {
    setting: 'JOBS_TOKEN',
    make: () => randomBytes(32).toString('base64url'),
    effect: 'whoever calls POST /api/jobs/tick needs the new token once the app is restarted',
  },
  {
    setting: 'METRICS_TOKEN',
    make: () => randomBytes(32).toString('base64url'),
    effect: 'whoever reads /api/metrics needs the new token once the app is restarted',
  },
] as const;

export const PASSWORD_EFFECT =
  'nobody notices, if the app is restarted now: until then it can open no new connection';

/** What is never rotated, and why. */
export const KEPT = {
  HASH_SECRET: 'kept: recovery codes, counters of failed sign-ins and the memory of attacks hang from it',
  RECEIPT_SIGNING_KEY: 'kept: receipts that people hold are verified with it',
} as const;
