import 'server-only';
import pino from 'pino';
import { env } from './env.ts';
import { redact } from './secrets/redact.ts';

/**
 * The only fields a log line may carry. Ids, codes, counts and times: never text that a person or a model wrote,
 * never a header, a body, a key or an error's message. Unknown fields are dropped, not printed.
 */
const FIELDS = [
  'requestId',
  'route',
  'method',
  'status',
  'code',
  'stage',
  'verdict',
  'rule',
  'ms',
  'turnId',
  'conversationId',
  'finish',
  'model',
  'inputTokens',
  'outputTokens',
  'count',
  'task',
  'errorName',
  'errorCode',
  'port',
  'worker',
  'frame',
  'settings',
] as const;

type LogFields = Partial<Record<(typeof FIELDS)[number], string | number | boolean | undefined>>;
const MAX_VALUE_CHARACTERS = 200;

let made: pino.Logger | undefined;

function sink(): pino.Logger {
  made ??= pino({
    level: env().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return made;
}

/** One JSON line an event: a fixed name and allow-listed fields. */
export const log = {
  info: (event: string, fields: LogFields = {}) => sink().info(allowed(fields), event),
  warn: (event: string, fields: LogFields = {}) => sink().warn(allowed(fields), event),
  error: (event: string, fields: LogFields = {}) => sink().error(allowed(fields), event),
};

/** Keeps listed fields, takes secrets out, strips control characters (a value can't start a line of its own) and caps lengths. */
export function allowed(fields: Record<string, unknown>): Record<string, string | number | boolean> {
  const kept: Record<string, string | number | boolean> = {};
  for (const name of FIELDS) {
    const value = fields[name];
    if (typeof value === 'number' || typeof value === 'boolean') kept[name] = value;
    if (typeof value === 'string')
      // Joined first and cut last: half a secret is found by nobody.
      kept[name] = redact(value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '')).slice(
        0,
        MAX_VALUE_CHARACTERS,
      );
  }
  return kept;
}
