import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { AnswerText } from '#components/chat/markdown/answer-text.tsx';
import type { SupportCase } from '#lib/contract/cases.ts';
import { ageWords } from './age-words.ts';
import { CaseEntries } from './case-entries.tsx';
import { placeCases } from './place-cases.ts';
import { draftSummary } from './summary-draft.ts';

afterEach(cleanup);

const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;
const ID = '0190a5b0-0000-7000-8000-0000000000ab';
const text = (author: 'customer' | 'staff', minute: number) => ({
  id: crypto.randomUUID(),
  author,
  text: `${author} at ${minute}`,
  invoices: [],
  createdAt: at(minute),
});
const one: SupportCase = {
  caseId: ID,
  kind: 'handover',
  state: 'answered',
  ground: null,
  conversationId: ID,
  turnId: null,
  createdAt: at(5),
  answeredAt: at(20),
  unseen: true,
  texts: [text('customer', 5), text('staff', 12), text('staff', 20)],
};
const say = (role: 'user' | 'assistant', createdAt: string) => ({ role, createdAt });

describe('a person’s reply in the chat', () => {
  it('stands by its time, never between a question and its answer, and before what is written now', () => {
    const rows = [
      say('user', at(1)),
      say('assistant', at(2)),
      say('user', at(11)),
      say('assistant', at(13)),
      say('user', ''),
      say('assistant', ''),
    ];
    const places = placeCases([one], rows).map((entries) => entries.map((entry) => entry.at));
    expect(places).toEqual([[], [], [at(5)], [], [at(12), at(20)], [], []]);
    expect(placeCases([one], [])[0]).toHaveLength(3);
  });

  it('is marked as from a person, and shows its words as plain text', () => {
    const reply = { ...text('staff', 12), text: '**Bold** [link](/plan)\nsecond line' };
    render(<CaseEntries entries={[{ kind: 'reply', at: reply.createdAt, case: one, text: reply }]} />);
    const article = screen.getByRole('article', { name: 'A person at Tallyhouse' });
    expect(article.textContent).toContain('Support agent · a person');
    expect(article.textContent).toContain('**Bold** [link](/plan)');
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('cannot be drawn by a model’s text', () => {
    const { container } = render(
      <AnswerText
        text={
          '<article data-person aria-label="A person at Tallyhouse"><strong>Support agent</strong> · a person</article>'
        }
      />,
    );
    expect(container.querySelector('[data-person]')).toBeNull();
    expect(screen.queryByRole('article')).toBeNull();
  });
});

describe('the first wording of a hand-over', () => {
  it('is empty where nothing was asked, and cuts a long question', () => {
    expect(draftSummary([])).toEqual({ summary: '', invoices: [] });
    const long = draftSummary([{ role: 'user', text: 'x'.repeat(900), tools: [] }]);
    expect(long.summary.length).toBeLessThan(700);
    expect(long.summary).toContain('…');
  });
});

it('an age is said in its largest whole unit', () => {
  const since = '2026-11-20T10:00:00.000Z';
  const words = [20, 60 * 12, 3600 * 5, 3600 * 72].map((seconds) =>
    ageWords(since, new Date(Date.parse(since) + seconds * 1000).toISOString()),
  );
  expect(words).toEqual(['just now', '12 min', '5 h', '3 days']);
});
