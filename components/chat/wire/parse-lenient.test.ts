import { expect, it } from 'vitest';
import { CARDS } from '#components/cards/fixtures/cards.ts';
import { turnEventSchema } from '#lib/contract/chat.ts';
import { parseLenient } from './parse-lenient.ts';

const invoiceCard = CARDS.find((card) => card.type === 'invoice');

it('a card of a newer server with further fields, several levels deep, is still drawn', () => {
  const event = {
    event: 'tool',
    data: { callId: 'c', name: 'get_invoice', status: 'done', summary: 'Read it', card: invoiceCard },
  };
  const newer: unknown = JSON.parse(
    JSON.stringify(event)
      .replaceAll('"amountMinor"', '"rounding":"even","amountMinor"')
      .replace('"callId"', '"icon":1,"callId"'),
  );
  expect(parseLenient(turnEventSchema, newer)).toEqual(event);
});

it('what lacks a field is refused, and the value itself is never changed', () => {
  const value = Object.freeze({ event: 'text', data: Object.freeze({ extra: 1 }) });
  expect(parseLenient(turnEventSchema, value)).toBeNull();
  expect(value).toEqual({ event: 'text', data: { extra: 1 } });
});
