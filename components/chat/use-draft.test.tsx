import { act, cleanup, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveDraft } from './draft.ts';
import { useDraft } from './use-draft.ts';

function Field() {
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, change } = useDraft(useRef<string | null>(null), '', field);
  return (
    <>
      <textarea ref={field} value={text} onChange={(event) => change(event.target.value)} />
      <output>{text}</output>
    </>
  );
}

/** What the server sent, with words typed into it before the page came to life. */
async function wakeUpWith(words: string): Promise<string> {
  const page = document.createElement('div');
  document.body.append(page);
  page.innerHTML = renderToString(<Field />);
  const field = page.querySelector('textarea');
  if (field) field.value = words;
  await act(() => Promise.resolve(hydrateRoot(page, <Field />)));
  return page.querySelector('output')?.textContent ?? '';
}

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

it('hears what was typed before the page came to life', async () => {
  expect(await wakeUpWith('Why is my bill higher?')).toBe('Why is my bill higher?');
});

it('prefers words just typed to a draft that was kept, and a draft to nothing', async () => {
  saveDraft(null, 'an older draft');
  expect(await wakeUpWith('new words')).toBe('new words');
  render(<Field />);
  expect(screen.getByText('an older draft', { selector: 'output' })).toBeTruthy();
});
