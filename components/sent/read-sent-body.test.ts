import { expect, test } from 'vitest';
import { countRepeated, otherParts, readSentBody } from './read-sent-body.ts';

const message = (content: string) => ({ role: 'user', content });

test('a request repeats what is the same from the beginning on, and no more', () => {
  const [a, b, c] = [message('a'), message('b'), message('c')];
  expect(countRepeated([], [a])).toBe(0);
  expect(countRepeated([a, b], [a, b, c])).toBe(2);
  expect(countRepeated([a, b], [a, c, b])).toBe(1);
  expect(countRepeated([a, b], [a, b])).toBe(2);
});

test('every field of a body that is neither messages nor tools is named, and none is made up', () => {
  const body = readSentBody(
    '{"model":"m","messages":[],"store":false,"stream_options":{"include_usage":true}}',
  );
  expect(body && otherParts(body)).toEqual([
    { name: 'model', value: 'm' },
    { name: 'store', value: 'false' },
    { name: 'stream_options', value: '{"include_usage":true}' },
  ]);
});

test('a body of another form is shown as it is', () => {
  expect(readSentBody('{"messages":"x"}')).toBeNull();
  expect(readSentBody('[')).toBeNull();
});
