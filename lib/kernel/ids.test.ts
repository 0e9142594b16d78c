import { expect, test } from 'vitest';
import { isId, newId } from './ids.ts';

test('an id is one only as we spell it: upper case, braces and white space are as good as unknown', () => {
  const id = newId();
  expect(isId(id)).toBe(true);
  for (const other of [id.toUpperCase(), `{${id}}`, ` ${id}`, `${id}\n`, id.replaceAll('-', ''), ''])
    expect(isId(other)).toBe(false);
});
