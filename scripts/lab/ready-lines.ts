import { isLoopbackHost } from '#lib/kernel/env-rules.ts';
import type { Settings } from '#scripts/settings/env-file.ts';
import { addressOf } from '#scripts/start/run-app.ts';

/** What `LAB=1 npm start` says once it is ready: where to go first, and how outside clients come in. */
export function labLines(settings: Settings): string[] {
  const { port, host } = addressOf(settings);
  const base = `http://${isLoopbackHost(host) ? 'localhost' : host}:${port}`;
  return [
    `Lab:      ${base}/lab – then "Continue as Trainer"`,
    'Alone:    twelve levels on that page; a class: LAB=1 npm run class',
    `Clients:  POST ${base}/api/v1/redteam/chat with the LAB_KEY of .data/lab/settings.env (docs/lab/clients.md)`,
  ];
}
