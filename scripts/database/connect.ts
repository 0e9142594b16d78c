import pg from 'pg';
import { CommandError } from '#scripts/console/step.ts';

/** What went wrong while connecting, in plain words, by the driver's or PostgreSQL's code. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at its host and port',
  ENOTFOUND: 'its host is unknown',
  EAI_AGAIN: 'its host is unknown',
  ETIMEDOUT: 'its host does not answer',
  '28P01': 'its user or password is wrong',
  '28000': 'its user may not sign in',
  '3D000': 'its database does not exist',
  '42501': 'its user may not connect to that database',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting or stopping',
};

/** The code of a driver's error, or ''. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Connects, runs `work`, disconnects. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'countersign setup',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A refusal that names the setting and never its value. */
export function connectRefusal(setting: string, error: unknown): CommandError {
  const message =
    error instanceof Error && /timeout/i.test(error.message)
      ? 'its host does not answer'
      : 'it cannot be used';
  return new CommandError(`${setting}: ${reasons[codeOf(error)] ?? message}.`);
}
