import { describe, expect, it } from 'vitest';
import { TOPICS } from '#lib/contract/topics.ts';
import { ask, SUPPORT } from './testing/ask.ts';
import { cannedReply } from './testing/canned-results.ts';

const names = (says: string[]) => ask(says).calls.map((call) => call.name);

describe('an answer', () => {
  it.each([
    [
      ['Why is my latest invoice higher than the one before?'],
      ['€58.20', '24.6%', '€295.20', '€237.00', 'Developer mode add-on', '€40.00'],
    ],
    [['what do i owe'], ['€532.20', '€237.00', '25 November 2026', 'in 5 days']],
    [['whats this 40 charge'], ['€40.00', 'Developer mode add-on', '12 October 2026', '2026-118']],
    [['am i charged twice?'], ['Seat 6', '€10.00', SUPPORT]],
    [['tax?'], ['€49.20', '20%']],
    [['has my discount ended'], ['Launch offer', '10%', '31 October 2026']],
    [['how much did we pay this year'], ['€1,567.80', '€2,100.00']],
    [['when is my next payment and how much'], ['€295.20', '25 November 2026', '€300.00', '1 December 2026']],
    [['did my payment go through'], ['€237.00', '22 November 2026', '€230.00']],
    [
      ['why was my card declined'],
      ['The card was declined by the bank', 'Insufficient funds', '22 November 2026'],
    ],
    [['where is my refund'], ['€12.00', '24 November 2026']],
    [['do i have credit'], ['€15.00', '1 March 2027']],
    [['which plan am i on'], ['Team', '€180.00', '10,000 API calls a month']],
    [['how many seats and who added them'], ['**2 seats**', 'Operations', '20 October 2026']],
    [['where is our usage heading'], ['12,300', '2,300']],
    [['when does my plan renew'], ['1 January 2027', '42 days']],
    [['vat number?'], ['IE1111111NW']],
    [['why is an invoice void'], ['2026-116', 'Issued with the wrong period']],
    [
      ['what is on my latest invoice', 'not that one, the one before'],
      ['2026-117', '€237.00'],
    ],
    [
      ['what was on the October invoice', 'and the month before that?'],
      ['2026-115', '€230.00'],
    ],
    [['What do I owe and when does my plan renew?'], ['€532.20', '1 January 2027']],
  ])('to %j names %j', (says, facts) => {
    const { text } = ask(says);
    for (const fact of facts) expect(text).toContain(fact);
  });

  it.each(Object.values(TOPICS).map((topic) => topic.text))('comes to each button: %s', (text) => {
    const asked = ask([text]);
    expect(asked.text).not.toContain('did not understand');
    expect(asked.text.length).toBeGreaterThan(20);
  });

  it.each([
    ['Warum ist meine Rechnung höher?', ['58.20', 'höher', 'Rechnung 2026-118']],
    ['Was schulde ich?', ['€532.20', '25. November 2026']],
    ['¿Cuándo es mi próximo pago?', ['€295.20', '25 de noviembre de 2026']],
    ['Pourquoi mon paiement a échoué ?', ['€237.00', '22 novembre 2026']],
  ])('is in the language of the question: %s', (text, facts) => {
    const asked = ask([text]);
    for (const fact of facts) expect(asked.text).toContain(fact);
  });

  it('holds no figure that no look-up gave', () => {
    const questions = Object.values(TOPICS).map((topic) => topic.text);
    for (const question of questions) {
      const asked = ask([question]);
      const known = asked.calls.map((call) => JSON.stringify(cannedReply(call.name, call.args))).join(' ');
      const amounts = asked.text.match(/€[\d.,]*\d/g) ?? [];
      expect(amounts.filter((amount) => !known.includes(amount))).toEqual([]);
    }
  });

  it('says what it does not understand, offers three topics and a person, and no figure', () => {
    const asked = ask(['flurb the zoggle']);
    expect(asked.calls).toEqual([{ name: 'offer_topics', args: { topics: expect.any(Array) } }]);
    expect(asked.text).toContain(SUPPORT);
    expect(asked.text).not.toMatch(/\d/);
  });

  it.each([
    'this is ridiculous, I should just cancel',
    'one more wrong invoice and we are gone',
    'honestly your bills make me want to cancel',
    'Wenn das so weitergeht, kündige ich',
    'estoy harto, debería cancelar',
    "J'en ai marre, je devrais résilier",
  ])('to a complaint that only plays with leaving is no card, but a way to a person: %s', (text) => {
    const asked = ask([text]);
    expect(asked.calls.filter(({ name }) => name === 'cancel_plan')).toEqual([]);
    expect(asked.text).toContain(SUPPORT);
  });

  it.each([
    'not that one, the one before',
    'I don’t mean this one but the one before it',
    'no, the previous one',
    'wrong one, I meant the one before',
  ])('to “%s” does not name the invoice that was turned down', (text) => {
    const asked = ask(["what's on my latest bill", text]);
    expect(asked.text).toContain('2026-117');
    expect(asked.text).not.toContain('2026-118');
  });

  it('names the number of support to whoever asks for a person', () => {
    const { text } = ask(['who can I talk to about this?'], { supportPhone: '+353 1 555 0100' });
    expect(text).toContain('+353 1 555 0100');
    expect(text).toContain(SUPPORT);
  });

  it('sends a member to the owner where amounts are not for them', () => {
    const asked = ask(['What do I owe?'], { role: 'member' }, () => ({
      ok: false,
      error: 'not_for_your_role',
    }));
    expect(asked.text).toContain('owner of your account');
    expect(asked.text).not.toMatch(/€/);
  });

  it('never links anywhere but to our own pages', () => {
    for (const { text } of Object.values(TOPICS)) {
      const links = ask([text]).text.match(/\]\([^)]*\)/g) ?? [];
      expect(links.filter((link) => !/^\]\(\/(invoices|payments|plan|usage)/.test(link))).toEqual([]);
    }
  });

  it('asks for no more look-ups than one turn may have', () => {
    expect(
      names(['Why is my bill higher, what do I owe, when is my next payment and where is my refund?']).length,
    ).toBeLessThanOrEqual(12);
  });
});
