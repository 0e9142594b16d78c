import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CARDS } from '#components/cards/fixtures/cards.ts';
import { ContestButton } from '#components/chat/answer/answer-actions.tsx';
import { Suggestions } from '#components/chat/answer/suggestions.tsx';
import type { Message } from '#lib/contract/conversations.ts';
import { CasesProvider } from './cases-provider.tsx';
import { WayToPerson } from './way-to-person.tsx';

const ID = '0190a5b0-0000-7000-8000-0000000000ab';
const TURN = '0190a5b0-0000-7000-8000-0000000000cd';
const PERSON = { label: 'Talk to a person', text: 'I would like to talk to a person.', href: '#handover' };

const message = (role: 'user' | 'assistant', text: string, tools: Message['tools'] = []): Message => ({
  id: crypto.randomUUID(),
  role,
  text,
  generatedBy: role === 'user' ? 'person' : 'model',
  createdAt: '2026-11-20T10:00:00.000Z',
  finish: role === 'assistant' ? 'stop' : null,
  turnId: TURN,
  branches: [],
  stages: [],
  tools,
  approvals: [],
  claims: [],
  suggestions: [],
  feedback: null,
});
const comparison = CARDS.find((card) => card.type === 'comparison');
const tool = {
  callId: 'a',
  name: 'compare_periods',
  status: 'done',
  summary: '',
  ...(comparison && { card: comparison }),
} as const;
const numbers =
  comparison?.type === 'comparison'
    ? [comparison.comparison.older.number, comparison.comparison.newer.number]
    : [];

type Sent = { url: string; body: unknown };
const sent: Sent[] = [];
let answer: () => Response | Promise<Response>;
beforeEach(() => {
  sent.length = 0;
  answer = () => Response.json({ caseId: ID }, { status: 201 });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    if (url === '/api/cases') return Response.json({ cases: [] });
    sent.push({ url, body: JSON.parse(String(init.body)) });
    return answer();
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(conversationId: string | null = ID) {
  render(
    <CasesProvider first={[]} timeZone="UTC">
      <WayToPerson
        conversationId={{ current: conversationId }}
        live={null}
        messages={[
          message('user', 'Why is it higher?'),
          message('assistant', 'Two seats more.', [tool]),
          message('user', PERSON.text),
          message('assistant', 'Of course.'),
        ]}
      >
        <Suggestions items={[PERSON]} onPick={vi.fn<(text: string) => void>()} />
        <ContestButton turnId={TURN} />
      </WayToPerson>
    </CasesProvider>,
  );
}
/** Opens a dialog as the keyboard does: the button has the focus. */
function press(name: string): HTMLElement {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
  return button;
}
const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What you want them to know' });
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Send to a person' }));

describe('handing over to a person', () => {
  it('begins with the last question and its invoices, says who reads it, and has the focus', async () => {
    show();
    press('Talk to a person');
    const dialog = screen.getByRole('dialog', { name: 'Talk to a person' });
    expect(dialog.textContent).toContain('The conversation itself is not sent');
    expect(words().value).toContain('Why is it higher?');
    expect(words().value).not.toContain('Two seats more');
    await waitFor(() => expect(document.activeElement).toBe(words()));
    for (const number of numbers) screen.getByRole('button', { name: `Remove invoice ${number}` });
    expect(screen.getByRole('link', { name: 'help@tallyhouse.test' }).getAttribute('href')).toBe(
      'mailto:help@tallyhouse.test',
    );
  });

  it('sends what was edited and left linked, nothing else, and gives a case number', async () => {
    show();
    press('Talk to a person');
    fireEvent.change(words(), { target: { value: 'Please call me.' } });
    fireEvent.click(screen.getByRole('button', { name: `Remove invoice ${numbers[0]}` }));
    send();
    await screen.findByText('C-000000AB');
    expect(sent).toEqual([
      {
        url: '/api/handovers',
        body: { summary: 'Please call me.', invoices: numbers.slice(1), conversationId: ID },
      },
    ]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Done' }));
  });

  it('names no conversation where there is none', async () => {
    show(null);
    press('Talk to a person');
    send();
    await screen.findByText(/announced on the first screen/);
    expect(sent[0]?.body).not.toHaveProperty('conversationId');
  });

  it('Escape closes it, gives the focus back and keeps what was written', async () => {
    show();
    const opener = press('Talk to a person');
    fireEvent.change(words(), { target: { value: 'Half a thought' } });
    fireEvent.keyDown(words(), { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(opener));
    press('Talk to a person');
    expect(words().value).toBe('Half a thought');
    expect(sent).toEqual([]);
  });

  it.each([
    ['offline', () => Promise.reject(new TypeError('network')), /What you wrote is kept/],
    [
      'too many',
      () => Response.json({ error: { code: 'rate_limited', message: '', requestId: 'r' } }, { status: 429 }),
      /wait for a reply/,
    ],
    [
      'broken',
      () => Response.json({ error: { code: 'internal', message: '', requestId: 'r' } }, { status: 500 }),
      /Something went wrong/,
    ],
  ] as const)('%s: says so, keeps the words and can be sent again', async (_what, fails, said) => {
    answer = fails;
    show();
    press('Talk to a person');
    fireEvent.change(words(), { target: { value: 'Please call me.' } });
    send();
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(said));
    expect(words().value).toBe('Please call me.');
    answer = () => Response.json({ caseId: ID }, { status: 201 });
    send();
    await screen.findByText('C-000000AB');
  });

  it('sends once, however often it is pressed', async () => {
    show();
    press('Talk to a person');
    const button = screen.getByRole('button', { name: 'Send to a person' });
    fireEvent.click(button);
    fireEvent.click(button);
    await screen.findByText('C-000000AB');
    expect(sent).toHaveLength(1);
  });

  it('sends neither nothing nor too much', () => {
    show();
    press('Talk to a person');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Send to a person' });
    fireEvent.change(words(), { target: { value: '  ' } });
    expect(button.disabled).toBe(true);
    fireEvent.change(words(), { target: { value: 'x'.repeat(2_001) } });
    expect(button.disabled).toBe(true);
    expect(screen.getByText('Too long by 1 characters.')).toBeDefined();
  });
});

describe('contesting an answer', () => {
  it('needs a ground, takes a note, and names the turn alone', async () => {
    show();
    const opener = press('Contest this answer');
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Send to a person' });
    expect(button.disabled).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'A figure is wrong' }));
    fireEvent.change(screen.getByRole('textbox', { name: /In your own words/ }), {
      target: { value: 'It was 40.' },
    });
    fireEvent.click(button);
    await screen.findByText('C-000000AB');
    expect(sent).toEqual([
      { url: `/api/turns/${TURN}/contest`, body: { ground: 'wrong_figure', note: 'It was 40.' } },
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('keeps ground and note when sending fails', async () => {
    answer = () => Promise.reject(new TypeError('network'));
    show();
    press('Contest this answer');
    fireEvent.click(screen.getByRole('radio', { name: 'Something else' }));
    const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /In your own words/ });
    fireEvent.change(note, { target: { value: 'Look again' } });
    send();
    await screen.findByRole('alert');
    expect(note.value).toBe('Look again');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Something else' }).checked).toBe(true);
  });
});
