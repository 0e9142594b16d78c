import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SearchHit } from '#lib/contract/search.ts';
import { SearchField } from './search-field.tsx';
import { SearchResults } from './search-results.tsx';
import { useSearch } from './use-search.ts';

const hit = (id: number, title: string): SearchHit => ({
  conversationId: `0190a5b0-0000-7000-8000-00000000000${id}`,
  title,
  titleRanges: [{ start: 0, end: 3 }],
  updatedAt: '2026-11-20T10:00:00.000Z',
  message: {
    id: `0190a5b0-0000-7000-8000-0000000000a${id}`,
    role: 'user',
    createdAt: '2026-11-20T10:00:00.000Z',
    snippet: `${title} <img src=x>`,
    ranges: [{ start: 0, end: 3 }],
  },
});
const page = (hits: SearchHit[], nextCursor: string | null = null, unreadable = 0) =>
  Response.json({ hits, nextCursor, messages: 1, unreadable });

let asked: { url: URL; signal: AbortSignal | undefined }[] = [];
let answer: (url: URL) => Response | Promise<Response>;
beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    asked.push({ url: new URL(url, 'http://here.test'), signal: init.signal ?? undefined });
    return answer(new URL(url, 'http://here.test'));
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Search() {
  const search = useSearch();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  return (
    <>
      <SearchField
        text={search.text}
        onText={search.change}
        onDown={() => list.current?.querySelector('a')?.focus()}
        field={field}
      />
      <SearchResults
        state={search.state}
        list={list}
        timeZone="UTC"
        current={null}
        onOpen={() => undefined}
        onRetry={search.retry}
        onBack={() => field.current?.focus()}
      />
    </>
  );
}
const field = () => screen.getByRole('textbox');
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const status = () => screen.getByRole('status').textContent;

it('hits of page after page stand together, each conversation once, and the count is said', async () => {
  answer = (url) =>
    url.searchParams.get('cursor') === null
      ? page([hit(1, 'due one')], '1.1.x')
      : page([hit(1, 'due one'), hit(2, 'due two')], null, 2);
  render(<Search />);
  type('  due ');
  await waitFor(() => expect(status()).toBe('2 conversations found · 2 messages could not be read'));
  expect(screen.getAllByRole('link')).toHaveLength(2);
  expect(asked.map(({ url }) => url.searchParams.get('q'))).toEqual(['due', 'due']);
  expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toMatch(/^\/c\/[\w-]+1\?m=[\w-]+a1$/);
});

it('what was found is text, whatever it says: only the words are marked', async () => {
  answer = () => page([hit(1, 'due one')]);
  const { container } = render(<Search />);
  type('due');
  await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(1));
  expect(container.querySelector('img')).toBeNull();
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['due', 'due']);
});

it('typing on ends what runs, and its hits never show', async () => {
  const slow = Promise.withResolvers<Response>();
  answer = (url) => (url.searchParams.get('q') === 'd' ? slow.promise : page([hit(2, 'due two')]));
  render(<Search />);
  type('d');
  await waitFor(() => expect(asked).toHaveLength(1));
  type('du');
  await waitFor(() => expect(status()).toBe('1 conversation found'));
  expect(asked[0]?.signal?.aborted).toBe(true);
  await act(async () => slow.resolve(page([hit(1, 'dim one')])));
  expect(screen.getByRole('link').textContent).toContain('due two');
});

it('arrow keys walk the hits, and up from the first or Escape lead back to the field', async () => {
  answer = () => page([hit(1, 'due one'), hit(2, 'due two')]);
  render(<Search />);
  type('due');
  await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(2));
  const [first, second] = screen.getAllByRole('link');
  fireEvent.keyDown(field(), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(first);
  fireEvent.keyDown(first ?? field(), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second ?? field(), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
  fireEvent.keyDown(second ?? field(), { key: 'ArrowUp' });
  fireEvent.keyDown(first ?? field(), { key: 'ArrowUp' });
  expect(document.activeElement).toBe(field());
  fireEvent.keyDown(field(), { key: 'Escape' });
  await waitFor(() => expect(status()).toBe(''));
});

it('a search that failed keeps what was found before it did, says so and can be tried again', async () => {
  let fails = true;
  answer = (url) => {
    if (url.searchParams.get('cursor') === null) return page([hit(1, 'due one')], '1.1.x');
    return fails ? Response.error() : page([hit(2, 'due two')]);
  };
  render(<Search />);
  type('due');
  await screen.findByRole('alert');
  expect(screen.getAllByRole('link')).toHaveLength(1);
  fails = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(2));
  expect(screen.queryByRole('alert')).toBeNull();
});
