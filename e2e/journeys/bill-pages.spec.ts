import { formatMoney } from '#lib/contract/money.ts';
import { ask, composer, openChat } from '#e2e/fixtures/chat-page.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';
import { settled } from '#e2e/fixtures/settled.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';

test(
  'the invoices page lists every invoice with its total, and filters',
  { tag: '@once' },
  async ({ page, owner }) => {
    const invoices = await readLedger(owner.viewer, (reader) => reader.listInvoices({ limit: 500 }));
    await page.goto('/invoices');
    const rows = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Invoice' });
    await expect(rows).toHaveCount(invoices.length);
    for (const [index, invoice] of invoices.entries()) {
      await expect(rows.nth(index)).toContainText(invoice.number);
      await expect(rows.nth(index)).toContainText(formatMoney(invoice.total, 'en-IE'));
    }
    await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Void' }).click();
    await expect(rows).toHaveCount(invoices.filter(({ status }) => status === 'void').length);
  },
);

test(
  'a page asks for the page behind a link once a pointer is on it, and for none before',
  { tag: '@once' },
  async ({ page, owner: _owner }) => {
    const ahead: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.searchParams.has('_rsc')) ahead.push(url.pathname);
    });
    await page.goto('/invoices');
    await settled(page);
    expect(ahead).toEqual([]);
    await page.getByRole('link', { name: 'Payments' }).hover();
    await expect.poll(() => new Set(ahead)).toEqual(new Set(['/payments']));
  },
);

test('an invoice shows every line and its total, and prints to one page', async ({
  page,
  owner,
  isMobile,
}) => {
  const invoice = await readLedger(owner.viewer, async (reader) => {
    const [latest] = await reader.listInvoices({ limit: 1 });
    return latest ? reader.getInvoice(latest.id) : null;
  });
  if (!invoice) throw new Error('there is no invoice');
  await page.goto('/invoices');
  await page.getByRole('link', { name: invoice.number }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(invoice.number);
  const paper = page.getByRole('article');
  for (const line of invoice.lines) await expect(paper).toContainText(line.description);
  await expect(paper).toContainText(formatMoney(invoice.total, 'en-IE'));
  if (isMobile) return;
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test('"Ask about this" puts the question into the composer and sends nothing by itself', async ({
  page,
  owner,
}) => {
  const [latest] = await readLedger(owner.viewer, (reader) => reader.listInvoices({ limit: 1 }));
  await page.goto(`/invoices/${latest?.number}`);
  await page
    .getByRole('link', { name: /^Ask about/ })
    .nth(1)
    .click();
  await expect(composer(page)).toHaveValue(new RegExp(`on invoice ${latest?.number}\\?$`));
  await expect(page.getByRole('article', { name: 'You', exact: true })).toHaveCount(0);
});

test('in a chat, "Ask about this" on a card fills the composer there', async ({ page, owner: _owner }) => {
  await openChat(page);
  const answer = await ask(page, 'Show me my latest invoice.');
  await answer
    .getByRole('button', { name: /^Ask about/ })
    .first()
    .click();
  await expect(composer(page)).not.toHaveValue('');
  await expect(composer(page)).toBeFocused();
});

test('payments, plan and usage say what the ledger says', { tag: '@once' }, async ({ page, owner }) => {
  const ledger = await readLedger(owner.viewer, async (reader) => ({
    payments: await reader.listPayments({ limit: 500 }),
    plan: await reader.plan(),
    usage: await reader.usage({}),
  }));
  await page.goto('/payments');
  for (const { amount } of [...ledger.payments.refunds, ...ledger.payments.payments.slice(0, 5)])
    await expect(page.getByRole('main')).toContainText(formatMoney(amount, 'en-IE'));
  await page.goto('/plan');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(ledger.plan.name);
  for (const { label } of ledger.plan.seats) await expect(page.getByRole('main')).toContainText(label);
  await page.goto('/usage');
  for (const meter of ledger.usage?.meters ?? []) {
    await expect(page.getByRole('heading', { name: meter.name })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(new Intl.NumberFormat('en-IE').format(meter.used));
  }
});

test('a card leads to the page it was taken from', { tag: '@once' }, async ({ page, owner }) => {
  const [latest] = await readLedger(owner.viewer, (reader) => reader.listInvoices({ limit: 1 }));
  await openChat(page);
  const answer = await ask(page, 'Show me my latest invoice.');
  await answer
    .getByRole('link', { name: latest?.number ?? '' })
    .first()
    .click();
  await expect(page).toHaveURL(`/invoices/${latest?.number}`);
  await page.goBack();
  await expect(page.getByRole('article', { name: 'Assistant' })).toHaveCount(1);
});

test(
  'light, dark and the device’s own choice, and it stays',
  { tag: '@once' },
  async ({ page, owner: _owner }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/plan');
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.getByRole('button', { name: 'Light or dark' }).click();
    await page.getByRole('menuitem', { name: 'Light' }).click();
    await expect.poll(background).not.toBe(dark);
    const light = await background();
    await page.reload();
    await expect.poll(background).toBe(light);
  },
);
