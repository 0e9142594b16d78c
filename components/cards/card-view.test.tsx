import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AskProvider } from '#components/bill/ask.tsx';
import { LineRows } from '#components/bill/line-rows.tsx';
import { LocaleProvider } from '#components/bill/locale.tsx';
import { cardSchema } from '#lib/contract/cards.ts';
import type { Plan } from '#lib/contract/subscription.ts';
import { CARDS } from './fixtures/cards.ts';
import { customer, id, line, seat } from './fixtures/invoices.ts';
import { CardView } from './card-view.tsx';

afterEach(cleanup);

const byType = (type: string) => {
  const card = CARDS.find((one) => one.type === type);
  if (!card) throw new Error(`no ${type}`);
  return card;
};

describe('every card of the contract', () => {
  it('has a fixture here', () => {
    const types = cardSchema.options.map((option) => option.shape.type.value);
    expect(CARDS.map((card) => card.type).toSorted()).toEqual(types.toSorted());
    for (const card of CARDS) expect(cardSchema.safeParse(card).success).toBe(true);
  });

  it.each(CARDS.map((card) => [card.type, card] as const))('%s leads to a page of our own', (_type, card) => {
    const { container } = render(<CardView card={card} />);
    const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.filter((href) => !href.startsWith('/'))).toEqual([]);
    if (card.type !== 'upcoming') expect(links.length).toBeGreaterThan(0);
  });
});

describe('amounts', () => {
  it('stand as the tenant’s locale writes them', () => {
    render(
      <LocaleProvider locale="de-DE">
        <CardView card={byType('balance')} />
      </LocaleProvider>,
    );
    expect(screen.getAllByText(/^312,42\s€$/).length).toBeGreaterThan(0);
  });

  it('of a rise carry a plus', () => {
    render(<CardView card={byType('comparison')} />);
    expect(screen.getAllByText('+€127.92').length).toBeGreaterThan(0);
  });
});

describe('"Ask about this"', () => {
  it('in a chat fills the composer with a question that names the line, its amount and its invoice', () => {
    const ask = vi.fn<(text: string) => void>();
    render(
      <AskProvider ask={ask}>
        <CardView card={byType('invoice')} />
      </AskProvider>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Ask about Upgrade from Starter to Team' }));
    expect(ask).toHaveBeenCalledExactlyOnceWith(
      'What is the line "Upgrade from Starter to Team" for €47.50 on invoice 2026-118?',
    );
  });

  it('elsewhere opens a new chat with the question, not yet sent', () => {
    render(<CardView card={byType('invoice')} />);
    const link = screen.getByRole('link', { name: 'Ask about Upgrade from Starter to Team' });
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toContain('/?ask=What is the line "Upgrade');
  });
});

it('a seat that is billed twice says so', () => {
  render(<CardView card={byType('lines')} />);
  expect(screen.getByText('Charged twice')).toBeDefined();
});

it('a line that another one corrects says so, and the correction leads to it', () => {
  const correction = { ...line, id: id(12), description: 'Correction: Seat', correctsLineId: seat.id };
  render(<LineRows lines={[line, seat, correction]} invoiceNumber="2026-118" />);
  expect(screen.queryByText('Charged twice')).toBeNull();
  expect(screen.getByText('Corrected')).toBeDefined();
  const link = screen.getByRole('link', { name: 'The line it corrects' });
  expect(document.querySelector(link.getAttribute('href') ?? '')?.textContent).toContain(seat.description);
});

describe('what is agreed and comes later', () => {
  const plan = (next: Plan['next']) => {
    const card = byType('plan');
    if (card.type !== 'plan') throw new Error('no plan');
    return render(<CardView card={{ ...card, plan: { ...card.plan, next } }} />).container.textContent;
  };

  it.each([
    ['Starter', 'Changes to Starter on 1 Dec 2026', true],
    ['cancelled', 'Ends on 1 Dec 2026', false],
    ['paused', 'Is paused from 1 Dec 2026', false],
  ])('of a plan (%s) reads "%s"', (what, words, isRenewed) => {
    const text = plan({ what, on: '2026-12-01' });
    expect(text).toContain(words);
    expect(text?.includes('Renews')).toBe(isRenewed);
  });

  it('of a plan says nothing where there is nothing', () => {
    expect(plan(null)).not.toMatch(/Changes to|Ends on|Is paused/);
  });

  it('of the billing address names it and its day, and leaves the present one', () => {
    const card = byType('details');
    if (card.type !== 'details') throw new Error('no details');
    const pendingEmail = { email: 'accounts@northwind.test', on: '2026-11-27' };
    render(<CardView card={{ ...card, details: { ...card.details, pendingEmail } }} />);
    expect(document.body.textContent).toContain('New address accounts@northwind.test from 27 Nov 2026');
    expect(screen.getByText(customer.email)).toBeDefined();
  });
});
