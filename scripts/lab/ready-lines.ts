import type { Beside } from '#scripts/start/run-app.ts';
import { addressOf } from '#scripts/start/run-app.ts';

/** What `LAB=1 npm start` says once it is ready: where to go first, and how outside clients come in. Nothing stands beside the app. */
export const labBeside: Beside = (settings) => {
  const base = `http://localhost:${addressOf(settings).port}`;
  const lines = [
    `Lab:      ${base}/lab – then "Continue as Trainer"`,
    'Alone:    twelve levels on that page; a class: LAB=1 npm run class',
    `Clients:  POST ${base}/api/v1/redteam/chat with the LAB_KEY of .data/lab/settings.env (docs/lab/clients.md)`,
  ];
  return Promise.resolve({ lines, stop: () => Promise.resolve() });
};
