import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { isAllowedHref } from '#lib/contract/links.ts';
import { AnswerText } from './answer-text.tsx';
import { PAYLOADS } from './payloads.test-data.ts';

afterEach(cleanup);

const show = (text: string): HTMLElement => render(<AnswerText text={text} />).container;
const ALLOWED = new Set(
  'div p br strong em del code pre blockquote hr a ul ol li h3 h4 table thead tbody tr th td'.split(' '),
);
const ATTRIBUTES = new Set(['class', 'href', 'start']);

describe('an answer on the page', () => {
  it('has at least 200 ways of leaking to resist', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(200);
  });

  it.each(PAYLOADS)('has no image, frame, form, script, handler or foreign link from %j', (payload) => {
    const elements = [...show(payload).querySelectorAll('*')];
    expect(elements.map((element) => element.localName).filter((name) => !ALLOWED.has(name))).toEqual([]);
    const attributes = elements.flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
    const links = elements.flatMap((element) => element.getAttribute('href') ?? []);
    expect(links.filter((href) => !isAllowedHref(href))).toEqual([]);
  });

  it('renders honest markdown', () => {
    const page = show(
      'Higher by **€38.00**:\n\n- Seats: €20.00\n- [2026-117](/invoices/2026-117)\n\n# Big\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |',
    );
    expect(page.querySelector('strong')?.textContent).toBe('€38.00');
    expect(page.querySelectorAll('li')).toHaveLength(2);
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/invoices/2026-117');
    expect(page.querySelector('h1, h2')).toBeNull();
    expect(page.querySelector('h3')?.textContent).toBe('Big');
    expect(page.querySelectorAll('td')).toHaveLength(2);
  });

  it('shows the words of a link it does not make, and no more of an image than nothing', () => {
    expect(show('See [the page](https://evil.test) ![chart](https://evil.test)').textContent).toBe(
      'See the page ',
    );
  });

  it('cannot be given buttons, cards or dialogs by text', () => {
    const page = show('<button>Approve</button> <div role="dialog" data-card="invoice">Pay</div>');
    expect(page.querySelector('button, [role], [data-card]')).toBeNull();
  });
});
