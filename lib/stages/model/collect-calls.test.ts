import { describe, expect, test } from 'vitest';
import { chunkSchema } from './chunk-schema.ts';
import { createCallCollector } from './collect-calls.ts';

type Fragment = Record<string, unknown>;

/** What a client makes of fragments, each in a chunk of its own. */
function collect(...fragments: Fragment[]): [string, string][] {
  const collector = createCallCollector();
  for (const fragment of fragments) {
    const chunk = chunkSchema.parse({ choices: [{ delta: { tool_calls: [fragment] } }] });
    collector.add(chunk.choices?.[0]?.delta?.tool_calls ?? []);
  }
  return collector.finish().map(({ name, argumentsJson }) => [name, argumentsJson]);
}
const fn = (name: string | undefined, args: unknown) => ({ function: { name, arguments: args } });
const TWO = [
  ['get_plan', '{"a":1}'],
  ['get_balance', '{}'],
];

describe('two calls are two, and each has its own arguments', () => {
  test.each([
    [
      'with an index',
      [
        { index: 0, id: 'a', ...fn('get_plan', '') },
        { index: 0, ...fn(undefined, '{"a":') },
        { index: 1, id: 'b', ...fn('get_balance', '{}') },
        { index: 0, ...fn(undefined, '1}') },
      ],
    ],
    [
      'with an index that begins anywhere',
      [
        { index: 1, id: 'a', ...fn('get_plan', '{"a":1}') },
        { index: 3, id: 'b', ...fn('get_balance', '{}') },
      ],
    ],
    [
      'without an index',
      [
        { id: 'a', ...fn('get_plan', '{"a"') },
        fn(undefined, ':1}'),
        { id: 'b', ...fn('get_balance', '') },
        fn(undefined, '{}'),
      ],
    ],
    [
      'with index 0 for both',
      [
        { index: 0, id: 'a', ...fn('get_plan', '{"a":1}') },
        { index: 0, id: 'b', ...fn('get_balance', '{}') },
      ],
    ],
    ['without index and id', [fn('get_plan', '{"a":1}'), fn('get_balance', '{}')]],
    [
      'with the same id twice',
      [
        { index: null, id: 'x', ...fn('get_plan', '{"a":1}') },
        { index: null, id: 'x', ...fn('get_balance', '{}') },
      ],
    ],
    [
      'with the name and the id said with every fragment',
      [
        { index: 0, id: 'a', ...fn('get_plan', '{"a"') },
        { index: 0, id: 'a', ...fn('get_plan', ':1}') },
        { index: 1, id: 'b', ...fn('get_balance', '{}') },
        { index: 1, id: 'b', ...fn('get_balance', '') },
      ],
    ],
    [
      'with an empty name and another id on what follows',
      [
        { index: 0, id: 'a', ...fn('get_plan', '{"a"') },
        { index: 0, id: 'c', ...fn('', ':1}') },
        { index: 1, id: 'b', ...fn('get_balance', '{}') },
      ],
    ],
    [
      'with arguments as an object',
      [
        { id: 'a', ...fn('get_plan', { a: 1 }) },
        { id: 'b', ...fn('get_balance', {}) },
      ],
    ],
  ])('%s', (_name, fragments) => {
    expect(collect(...fragments)).toEqual(TWO);
  });

  test('also when they ask for the same', () => {
    expect(
      collect({ index: 0, ...fn('get_balance', '{}') }, { index: 0, ...fn('get_balance', '{}') }),
    ).toEqual([
      ['get_balance', '{}'],
      ['get_balance', '{}'],
    ]);
  });
});

test('a name in pieces is one name', () => {
  expect(collect({ index: 0, id: 'a', ...fn('get_', '') }, { index: 0, ...fn('balance', '{}') })).toEqual([
    ['get_balance', '{}'],
  ]);
});

test('what a provider wants back beside a call is kept, unless it is large', () => {
  const collector = createCallCollector();
  const google = { google: { thought_signature: 'c2ln' } };
  const delta = (extra: unknown) =>
    chunkSchema.parse({
      choices: [{ delta: { tool_calls: [{ id: 'a', ...fn('get_plan', '{}'), extra_content: extra }] } }],
    }).choices?.[0]?.delta?.tool_calls ?? [];
  collector.add(delta(google));
  expect(collector.finish()[0]?.extras).toBe(JSON.stringify(google));
  const second = createCallCollector();
  second.add(delta({ google: 'x'.repeat(100_000) }));
  expect(second.finish()[0]?.extras).toBeUndefined();
});
