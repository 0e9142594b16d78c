import { describe, expect, test } from 'vitest';
import { AppError, reduceError, toAppError } from './errors.ts';

describe('an error of the database', () => {
  test.each([
    [Object.assign(new Error('x'), { code: 'P1017' })],
    [Object.assign(new Error('x'), { code: 'ECONNRESET' })],
    [Object.assign(new Error('x'), { code: '57P01' })],
    [new Error('Connection terminated unexpectedly')],
    [new Error('Connection terminated')],
    [new Error('Client has encountered a connection error and is not queryable')],
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

  test('that is a refusal of ours stays what it is', () => {
    const refusal = new AppError('decided');
    expect(toAppError(refusal)).toBe(refusal);
  });
});
