import 'server-only';
import { log } from '../log.ts';
import type { Noted } from './keep-secrets.ts';

/** What became of a look at the sources, as a line of the log: names of settings and codes. */
export const noteSecrets: Noted = (event, facts) => {
  if (event === 'changed') log.info('secrets.changed', { settings: facts });
  else if (event === 'unreadable') log.warn('secrets.unreadable', { errorCode: facts });
  else log.warn(`secrets.${event}`, { settings: facts });
};
