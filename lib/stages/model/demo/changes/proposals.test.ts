import { describe, expect, it } from 'vitest';
import { ask, PROPOSED } from '../testing/ask.ts';
import { cannedReply } from '../testing/canned-results.ts';
import type { Row, ToolReply } from '../types.ts';
import { isChangeCall } from './propose.ts';

/** The changes that a dialogue's last turn proposes, without the reason, which is only for show. */
function proposed(says: readonly string[], facts: Row = {}) {
  return ask(says, facts)
    .calls.filter(isChangeCall)
    .map(({ name, args: { reason, ...args } }) => {
      expect(String(reason).length).toBeLessThanOrEqual(200);
      return [name, args];
    });
}
const refusing =
  (error: string) =>
  (name: string, args: Row): ToolReply =>
    isChangeCall({ name, args }) ? { ok: false, error } : cannedReply(name, args);

describe('a request for change', () => {
  it.each<[string, string, Row]>([
    ['refund the duplicate seat charge on my last invoice', 'refund', { line: 'line_seat' }],
    ['refund 10 euros of invoice 2026-115', 'refund', { invoice: 'inv_026115aa', amount: '10' }],
    ['refund invoice 2026-115', 'refund', { invoice: 'inv_026115aa' }],
    ['take the developer add-on off my bill', 'refund', { line: 'line_develope' }],
    ['upgrade us to Business', 'change_plan', { plan: 'business' }],
    ['bump us up a plan', 'change_plan', { plan: 'business' }],
    ['downgrade my plan', 'change_plan', { plan: 'starter' }],
    ['add two seats', 'change_seats', { change: 'add', count: 2 }],
    ['remove one seat', 'change_seats', { change: 'remove', count: 1 }],
    ['cancel my subscription', 'cancel_plan', {}],
    ['pause for a while', 'pause_plan', {}],
    ["don't cancel after all", 'resume_plan', {}],
    ['send invoices to Billing@ourcompany.test from now on', 'change_billing_contact', { email: 'Billing@ourcompany.test' }],
    ['try the failed payment again', 'retry_payment', { payment: 'pay_aaaaaa' }],
  ])('is looked up and proposed once, with the values of the person: %s', (say, tool, args) => {
    expect(proposed([say])).toEqual([[tool, args]]);
  }); // prettier-ignore

  it('is said no word about by the model: the card and the server speak', () => {
    expect(ask(['cancel my subscription']).text).toBe(PROPOSED);
  });

  it('stands beside the answer to what else was asked', () => {
    const { text, calls } = ask(['What do I owe? And please cancel my plan.']);
    expect(text).toContain('€532.20');
    expect(text).toContain(PROPOSED);
    expect(calls.at(-1)?.name).toBe('cancel_plan');
  });

  it.each<[string, string]>([
    ['nothing_left', 'nothing left'],
    ['above_rest', 'more than is left'],
    ['payment_running', 'still running'],
    ['cap_person_day', 'daily limit'],
    ['something_new', 'could not prepare'],
  ])('that is refused (%s) is explained in a sentence, without a second try', (error, words) => {
    const { text, calls } = ask(['refund invoice 2026-115'], {}, refusing(error));
    expect(text).toContain(words);
    expect(calls.filter(isChangeCall)).toHaveLength(1);
  });

  it('that is refused beside an answer does not say the answer twice', () => {
    const { text } = ask(['What do I owe? And please cancel my plan.'], {}, refusing('same_already'));
    expect(text).toContain('like that already');
    expect(text).not.toContain('€532.20');
  });

  it('of a member is sent to the owner', () => {
    const { text } = ask(['cancel my subscription'], { role: 'member' }, () => ({
      ok: false,
      error: 'not_for_your_role',
    }));
    expect(text).toContain('Only an owner');
  });
});

describe('a question about a change proposes nothing', () => {
  it.each([
    'can I cancel?',
    'how do I get a refund?',
    'are refunds possible?',
    'where is my refund?',
    'what would Business cost?',
    'what would two more seats cost?',
    'what happens if I pause?',
    'can I pause?',
    'Kann ich kündigen?',
    '¿Cuánto costaría el plan Business?',
  ])('%s', (say) => {
    const { calls, text } = ask([say]);
    expect(calls.filter(isChangeCall)).toEqual([]);
    expect(calls.map(({ name }) => name)).not.toContain('offer_topics');
    expect(text.length).toBeGreaterThan(20);
  });

  it.each<[string, Row]>([
    ['what would Business cost?', { what: 'change_plan', plan: 'business' }],
    ['what would two more seats cost?', { what: 'add_seats', count: 2 }],
    ['what happens if I pause?', { what: 'pause_plan' }],
    ['how much would I save if I removed a seat?', { what: 'remove_seats', count: 1 }],
  ])('but works it out: %s', (say, args) => {
    const { calls, text } = ask([say]);
    expect(calls).toContainEqual({ name: 'quote_change', args });
    expect(text).toContain('€240.00');
  });

  it('and a plan that they have is told its price', () => {
    expect(ask(['what does the Team plan cost?']).text).toContain('€180.00');
  });
});

describe('what is not said is asked, never guessed', () => {
  it.each<[string[], unknown[]]>([
    [['I want a refund'], []],
    [['I want a refund', 'invoice 2026-115'], [['refund', { invoice: 'inv_026115aa' }]]],
    [['refund 10 euros', 'of invoice 2026-115'], [['refund', { invoice: 'inv_026115aa', amount: '10' }]]],
    [['I want a refund', 'the duplicate seat'], [['refund', { line: 'line_seat' }]]],
    [['change my plan'], []],
    [['change my plan', 'Business'], [['change_plan', { plan: 'business' }]]],
    [['we need more seats'], []],
    [['we need more seats', 'three'], [['change_seats', { change: 'add', count: 3 }]]],
    [['update our billing email'], []],
    [['update our billing email', 'pay@us.test'], [['change_billing_contact', { email: 'pay@us.test' }]]],
    [['remove Design desk 7'], []],
  ])('%j', (says, changes) => {
    expect(proposed(says)).toEqual(changes);
  }); // prettier-ignore

  it('“refund that” means what was just spoken of', () => {
    expect(proposed(['am i charged twice?', 'refund that please'])).toEqual([['refund', { line: 'line_seat' }]]);
    expect(proposed(['show me invoice 2026-115', 'refund it'])).toEqual([['refund', { invoice: 'inv_026115aa' }]]);
    expect(proposed(['whats this 40 charge', 'refund that'])).toEqual([['refund', { line: 'line_develope' }]]);
  }); // prettier-ignore

  it('“yes, do it” takes up what was only asked about', () => {
    expect(proposed(['what would Business cost?', 'ok do it'])).toEqual([
      ['change_plan', { plan: 'business' }],
    ]);
    expect(proposed(['can I cancel?', 'yes please'])).toEqual([['cancel_plan', {}]]);
  });
});

describe('typing decides nothing', () => {
  it.each(['yes', 'ok do it', 'approved', 'go ahead', 'I approve', 'ja, machen Sie das', 'sí, adelante', 'oui, allez-y'])(
    'after a card “%s” neither executes nor proposes',
    (say) => {
      for (const facts of [{}, { changes: [{ tool: 'cancel_plan', state: 'pending' }] }]) {
        const { calls, text } = ask(['cancel my subscription', say], facts);
        expect(calls).toEqual([]);
        expect(text).toMatch(/card above decides|Karte oben entscheidet|tarjeta de arriba|carte ci-dessus/i);
      }
    },
  ); // prettier-ignore

  it.each<[string, string]>([
    ['executed', 'It is done'],
    ['confirmed', 'finance colleague'],
    ['rejected', 'prepare it again?'],
    ['expired', 'prepare it again?'],
  ])('“is it done?” is answered by what the server says became of it: %s', (state, words) => {
    const facts = { changes: [{ tool: 'cancel_plan', state }] };
    expect(ask(['cancel my subscription', 'is it done?'], facts).text).toContain(words);
  });

  it('only after a card has ended, a yes prepares another', () => {
    const facts = { changes: [{ tool: 'cancel_plan', state: 'expired' }] };
    expect(proposed(['cancel my subscription', 'ok do it', 'yes please'], facts)).toEqual([['cancel_plan', {}]]);
  }); // prettier-ignore
});

describe('a change whose object was spoken of before', () => {
  it.each<[string[], string, Row]>([
    [['how many seats do we have', 'add two more please'], 'change_seats', { change: 'add', count: 2 }],
    [['how many seats do we have', 'take one away'], 'change_seats', { change: 'remove', count: 1 }],
    [['what would 3 more seats cost', 'ok, add them'], 'change_seats', { change: 'add', count: 3 }],
    [['what would 3 more seats cost', 'hm ok but only 2'], 'change_seats', { change: 'add', count: 2 }],
    [['what would Business cost', 'ok switch us'], 'change_plan', { plan: 'business' }],
    [['am I charged twice for something', 'please fix that'], 'refund', { line: 'line_seat' }],
    [['why did my payment fail', 'the card is fine now, do it again'], 'retry_payment', { payment: 'pay_aaaaaa' }],
    [['which email do invoices go to', 'books@acme.test'], 'change_billing_contact', { email: 'books@acme.test' }],
  ])('%j proposes %s', (says, tool, args) => {
    expect(proposed(says)).toEqual([[tool, args]]);
  }); // prettier-ignore

  it.each([
    [['how many seats do we have', 'who added the last two?']],
    [['what would 3 more seats cost', 'ok thanks']],
    [['what would 3 more seats cost', 'no thanks']],
    [['am I charged twice for something', 'can that be fixed?']],
    [['why did my payment fail', 'when do you try again']],
    [['what happens if we pause', 'and can I undo it']],
    [['the seat added most recently, by whom was it ordered']],
    [['my colleague wants to upgrade but I said no']],
  ])('%j proposes nothing', (says) => {
    expect(proposed(says)).toEqual([]);
  });
});

describe('another value after a card', () => {
  it.each<[string[], string, Row]>([
    [['add 2 seats', 'hm make it 3'], 'change_seats', { change: 'add', count: 3 }],
    [['upgrade to Business', 'no, Starter instead'], 'change_plan', { plan: 'starter' }],
    [['refund 10 euros of invoice 2026-115', 'make it 20'], 'refund', { invoice: 'inv_026115aa', amount: '20' }],
  ])('is proposed as it is now said: %j', (says, tool, args) => {
    expect(proposed(says)).toEqual([[tool, args]]);
  }); // prettier-ignore

  it('that takes it back changes nothing', () => {
    expect(proposed(['cancel my plan', 'no wait, undo that'])).toEqual([]);
  });
});
