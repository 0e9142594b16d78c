import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Desk } from '#lib/contract/lab/class.ts';
import { LiveBoard } from './board-view.tsx';
import { DeskView } from './desk-view.tsx';
import { HandIn } from './hand-in.tsx';
import { JoinForm } from './join-form.tsx';

const push = vi.fn<(href: string) => void>();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

type Sent = { url: string; body: unknown };
const sent: Sent[] = [];
let answer: (url: string) => Response;
beforeEach(() => {
  sent.length = 0;
  push.mockClear();
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit = {}) => {
    if (body !== undefined) sent.push({ url, body: JSON.parse(String(body)) });
    return answer(url);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const AT = '2026-11-27T09:00:00.000Z';
const PLAYER = '0190a5b0-0000-7000-8000-0000000000ab';
const DESK: Desk = {
  address: 'http://192.168.1.20:3101',
  code: 'KITE42',
  joinUrl: 'http://192.168.1.20:3101/lab/join?code=KITE42',
  isFrozen: false,
  startedAt: AT,
  players: [{ id: PLAYER, name: 'Ada', joinedAt: AT, solved: 2 }],
};

it('a player joins with the code from the wall and a name', async () => {
  answer = () => Response.json({ joined: true, name: 'Ada' });
  render(<JoinForm code="KITE42" />);
  fireEvent.change(screen.getByRole('textbox', { name: 'Your name on the board' }), {
    target: { value: 'Ada ' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Join the class' }));
  await waitFor(() => expect(push).toHaveBeenCalledWith('/lab/play'));
  expect(sent).toEqual([{ url: '/api/lab/class/join', body: { code: 'KITE42', name: 'Ada' } }]);
});

it('a wrong code says so and keeps what was typed', async () => {
  answer = () => Response.json({ joined: false, why: 'wrong-code' });
  render(<JoinForm code="WRONG" />);
  fireEvent.change(screen.getByRole('textbox', { name: 'Your name on the board' }), {
    target: { value: 'Ada' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Join the class' }));
  expect((await screen.findByRole('alert')).textContent).toContain('No class is open');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Code' }).value).toBe('WRONG');
  expect(push).not.toHaveBeenCalled();
});

it('somebody else’s flag is refused in words', async () => {
  answer = () => Response.json({ verdict: 'foreign', solved: [] });
  render(<HandIn flag={{ challenge: 'level-1', flag: 'CS{1}' }} />);
  fireEvent.click(screen.getByRole('button', { name: 'Hand it in' }));
  await screen.findByText('That flag was made for somebody else.');
  expect(screen.getByRole('button', { name: 'Hand it in' })).toBeTruthy();
});

it('the desk freezes at once, but asks before the next group', async () => {
  answer = () => Response.json({ ...DESK, isFrozen: sent.length > 0 });
  render(<DeskView first={DESK} />);
  expect(screen.getByText('KITE42')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Freeze the board' }));
  await screen.findByRole('button', { name: 'Let the board go on' });
  fireEvent.click(screen.getByRole('button', { name: 'Next group' }));
  expect(screen.getByRole('alertdialog').textContent).toContain('This class ends');
  expect(sent).toEqual([{ url: '/api/lab/class/freeze', body: { frozen: true } }]);
  fireEvent.click(screen.getByRole('button', { name: 'Next group' }));
  await waitFor(() => expect(sent[1]?.body).toEqual({ what: 'next-group' }));
});

it('the board keeps its last state while the server cannot be reached', async () => {
  answer = () =>
    Response.json({ error: { code: 'internal', message: 'x', requestId: 'y' } }, { status: 500 });
  const solved = [{ challenge: 'level-1', solvedAt: AT }];
  render(
    <LiveBoard
      first={{
        isFrozen: false,
        startedAt: AT,
        challenges: ['level-1', 'reverse'],
        rows: [{ name: 'Ada', solved, lastSolvedAt: AT }],
      }}
    />,
  );
  await waitFor(() => expect(screen.getByRole('row', { name: /Ada/ })).toBeTruthy());
  expect(screen.getByLabelText('solved')).toBeTruthy();
});
