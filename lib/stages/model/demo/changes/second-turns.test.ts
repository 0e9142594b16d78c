import { describe, expect, it } from 'vitest';
import { ask } from '../testing/ask.ts';
import type { Row } from '../types.ts';
import { isChangeCall } from './propose.ts';

/** The changes that a dialogue's last turn proposes, without the reason, which is only for show. */
function proposed(says: readonly string[]) {
  return ask(says)
    .calls.filter(isChangeCall)
    .map(({ name, args: { reason, ...args } }) => {
      expect(String(reason).length).toBeLessThanOrEqual(200);
      return [name, args];
    });
}

/** What `testing/wordings-changes-third.txt` cannot hold, because it leans on the turn before. */
describe('a second turn in everyday words', () => {
  it.each<[string[], string, Row]>([
    [['which email do invoices go to', 'change that to ap@harbor.test'], 'change_billing_contact', { email: 'ap@harbor.test' }],
    [['which email do invoices go to', 'make it books@harbor.test from now on'], 'change_billing_contact', { email: 'books@harbor.test' }],
    [['add 2 seats', 'make it 3'], 'change_seats', { change: 'add', count: 3 }],
    [['remove 2 seats', 'sorry, only 1'], 'change_seats', { change: 'remove', count: 1 }],
    [['how many seats do we have', 'chuck two more on'], 'change_seats', { change: 'add', count: 2 }],
    [['how many seats do we have', 'ditch one of them please'], 'change_seats', { change: 'remove', count: 1 }],
    [['can I cancel?', 'yes, cancel it then'], 'cancel_plan', {}],
    [['what happens if we pause', 'ok pause it please'], 'pause_plan', {}],
    [['upgrade to Business', 'actually Starter please'], 'change_plan', { plan: 'starter' }],
    [['refund 10 euros of invoice 2026-115', 'make that 15 please'], 'refund', { invoice: 'inv_026115aa', amount: '15' }],
    [['show me invoice 2026-115', 'give us 20 euros of that back'], 'refund', { invoice: 'inv_026115aa', amount: '20' }],
    [['why did my payment fail', 'give it another go then'], 'retry_payment', { payment: 'pay_aaaaaa' }],
  ])('%j proposes %s', (says, tool, args) => {
    expect(proposed(says)).toEqual([[tool, args]]);
  }); // prettier-ignore

  it.each([
    [['what would 3 more seats cost', 'hm, maybe later']],
    [['what would Business cost', 'hm, too expensive']],
    [['can I pause?', 'no, leave it']],
    [['can I cancel?', 'ok, but do not start anything']],
  ])('%j proposes nothing', (says) => {
    expect(proposed(says)).toEqual([]);
  });
});
