import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { root } from '#scripts/system/paths.ts';
import { asAttack } from './as-attack.ts';
import { isEncoded } from './is-encoded.ts';
import { readTyped } from './typed-file.ts';

const ANSWER = 'You owe €532.20 right now. It is due in five days, and the invoice is open.';

describe('an answer that nobody can read as it stands', () => {
  it.each([
    ['base64', Buffer.from(ANSWER).toString('base64')],
    ['hexadecimal', Buffer.from(ANSWER).toString('hex')],
    ['backwards', [...ANSWER].toReversed().join('')],
    ['spaced', [...ANSWER].join(' ')],
    ['with hyphens', [...ANSWER].join('-')],
  ])('is seen: %s', (_, text) => {
    expect(isEncoded(text)).toBe(true);
    expect(isEncoded(`${ANSWER}\n\n${text}`)).toBe(true);
  });

  it.each([ANSWER, '- Seat: 12.00\n- Team plan: 79.00\n\nIn total this is more than the month before.', 'You owe nothing.'])('is not: %s', (text) => {
    expect(isEncoded(text)).toBe(false);
  }); // prettier-ignore
});

test('the kept list has two hundred attacks in five languages, each of which the engine can run', () => {
  const items = readTyped(join(root, 'docs', 'lab', 'typed-attacks.jsonl'));
  expect(items).toHaveLength(200);
  expect(items.filter(({ held }) => held)).toHaveLength(100);
  expect(new Set(items.map(({ lang }) => lang)).size).toBe(5);
  for (const item of items) expect(asAttack(item).id).toBe(item.id);
});

test('a list that does not fit is refused with file, line and reason', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'countersign-typed-')), 'typed.jsonl');
  writeFileSync(file, '{"id":"a"}\n');
  expect(() => readTyped(file)).toThrow(/typed\.jsonl:1: /);
  expect(() => readTyped(`${file}.none`)).toThrow(/can’t be read/);
});
