import { describe, expect, test } from 'vitest';
import { allowed } from './log.ts';

describe('a log line', () => {
  test('holds listed fields only: text, headers, bodies and errors are dropped, not printed', () => {
    const fields = {
      turnId: 't-1',
      status: 503,
      text: 'why is my bill higher',
      cookie: 'a=b',
      error: new Error('secret'),
      toString: 'x',
      ['__proto__']: 'y',
    };
    expect(allowed(fields)).toEqual({ turnId: 't-1', status: 503 });
  });

  test('cannot be forged: a value never starts a line or a terminal sequence of its own', () => {
    const value = 'ok\r\n{"level":"error","msg":"forged"}\u2028\u2029\u0085\u001b[31mred\u0000\u007f';
    const kept = String(allowed({ code: value }).code);
    expect(kept).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    expect(JSON.stringify(allowed({ code: value })).split(/\r\n|[\n\r\u2028\u2029]/)).toHaveLength(1);
  });

  test('keeps every value short', () => {
    expect(allowed({ route: 'x'.repeat(100_000) }).route).toHaveLength(200);
  });

  test('never prints an object in place of a value, even under a listed name', () => {
    expect(allowed({ code: { message: 'private words' }, status: null, count: [1] })).toEqual({});
  });
});
