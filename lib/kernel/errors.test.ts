import { describe, expect, test } from 'vitest';
import { AppError, reduceError, toAppError } from './errors.ts';

/** As Prisma throws it for a raw query, with what PostgreSQL said behind it. */
function rawQueryError(originalCode: string): Error {
  const meta = { driverAdapterError: { cause: { originalCode, kind: 'postgres' } } };
  return Object.assign(new Error('x'), { code: 'P2010', meta });
}

/** The same where PostgreSQL said nothing any more: the socket's own error, as the adapter calls it. */
function rawSocketError(kind: string): Error {
  return Object.assign(new Error('x'), { code: 'P2010', meta: { driverAdapterError: { cause: { kind } } } });
}

describe('an error of the database', () => {
  test.each([
    [Object.assign(new Error('x'), { code: 'P1017' })],
    [Object.assign(new Error('x'), { code: 'ECONNRESET' })],
    [Object.assign(new Error('x'), { code: '57P01' })],
    [rawQueryError('57P01')],
    [rawQueryError('57P02')],
    // Between queries, as at a commit, the adapter's error comes as it is.
    [new Error('ConnectionClosed', { cause: { kind: 'ConnectionClosed' } })],
    [new Error('x', { cause: { kind: 'postgres', originalCode: '57P01' } })],
    [rawSocketError('ConnectionClosed')],
    [rawSocketError('DatabaseNotReachable')],
    [rawSocketError('SocketTimeout')],
    [rawSocketError('TooManyConnections')],
    [new Error('Connection terminated unexpectedly')],
    [new Error('Connection terminated')],
    [new Error('Client has encountered a connection error and is not queryable')],
    // Every connection of the pool is in use, for longer than one waits for it.
    [new Error('timeout exceeded when trying to connect')],
  ])(
    'that says there is no connection is "busy": nobody knows what became of the statement (%s)',
    (error) => {
      expect(toAppError(error).code).toBe('busy');
    },
  );

  test('that says anything else is "internal", and its message stays behind', () => {
    const reduced = toAppError(new Error('duplicate key: secret@customer.test'));
    expect(reduced.code).toBe('internal');
    expect(JSON.stringify(reduced.cause)).not.toContain('secret');
    expect(reduceError(new TypeError('secret'))).toEqual({ name: 'TypeError', code: 'none' });
  });

  test('is named by what PostgreSQL said, where it said something', () => {
    expect(reduceError(rawQueryError('23514')).code).toBe('23514');
    expect(toAppError(rawQueryError('23514')).code).toBe('internal');
    expect(toAppError(rawSocketError('InvalidInputValue')).code).toBe('internal');
  });

  test('that is a refusal of ours stays what it is', () => {
    const refusal = new AppError('decided');
    expect(toAppError(refusal)).toBe(refusal);
  });
});
