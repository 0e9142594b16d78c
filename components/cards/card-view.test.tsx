import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AskProvider } from '#components/bill/ask.tsx';
import { LocaleProvider } from '#components/bill/locale.tsx';
import { cardSchema } from '#lib/contract/cards.ts';
import { CARDS } from './fixtures/cards.ts';
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
