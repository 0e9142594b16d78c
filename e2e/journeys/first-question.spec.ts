import { formatMoney } from '#lib/contract/money.ts';
import { answers, ask, composer, finishedAnswer, openChat, say } from '#e2e/fixtures/chat-page.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';
import { expect, test } from '#e2e/fixtures/signed-in-test.ts';

const WHY_HIGHER = 'Why is my latest invoice higher than the one before?';

test('the first question is answered with the right lines and amounts, and a reload keeps everything', async ({
  page,
  owner,
}) => {
  const comparison = await readLedger(owner.viewer, (reader) => reader.compareInvoices({}));
  if (!comparison) throw new Error('the ledger has no two invoices');
  await openChat(page);
  const answer = await ask(page, WHY_HIGHER);
  const money = (amountMinor: number) =>
    formatMoney({ amountMinor: Math.abs(amountMinor), currency: comparison.newer.total.currency }, 'en-IE');

  await expect(answer).toContainText(comparison.newer.number);
  await expect(answer).toContainText(comparison.older.number);
  await expect(answer).toContainText(money(comparison.difference.amountMinor));
  for (const change of comparison.changes) {
    await expect(answer).toContainText(change.label);
    await expect(answer).toContainText(money(change.difference.amountMinor));
  }
  await expect(answer.getByText('Read 2 invoices · changed nothing')).toBeVisible();
  const words = await answer.locator('.max-w-prose').first().innerText();
  expect(words, 'the sentences themselves name the largest change').toContain(
    money(comparison.difference.amountMinor),
  );

  await page.reload();
  await expect(answers(page)).toHaveCount(1);
  expect(await answers(page).first().locator('.max-w-prose').first().innerText()).toBe(words);
  await expect(page).toHaveURL(/\/c\/[0-9a-f-]{36}$/);
  await expect(answers(page).first()).toContainText(money(comparison.difference.amountMinor));
});

test('the first screen tells what is owed and due and offers four questions, and one press answers one', async ({
  page,
  owner,
}) => {
  const balance = await readLedger(owner.viewer, (reader) => reader.balance());
  await openChat(page);
  const start = page.getByRole('main');
  await expect(start).toContainText(formatMoney(balance.due, 'en-IE'));
  await expect(start).toContainText(balance.nextDueInvoice?.number ?? 'no invoice is due');
  await expect(start.getByText('You are talking to an AI system.')).toBeVisible();
  await expect(start).toContainText('scripted stand-in for a language model');
  await expect(start.getByText('Only you can read this chat · deleted after 90 days')).toBeVisible();

  const offered = page.getByRole('list', { name: 'Questions to start with' }).getByRole('button');
  await expect(offered).toHaveCount(4);
  await offered.first().click();
  await expect(await finishedAnswer(page)).toContainText('€');
});

test(
  '"Looking at your invoices…" stands there within 300 ms of pressing send',
  { tag: '@once' },
  async ({ page, owner: _owner }) => {
    await openChat(page);
    await page.evaluate(() => {
      const field = document.querySelector('textarea');
      const seen = (name: string) => (document.documentElement.dataset[name] ??= String(performance.now()));
      field?.addEventListener('keydown', () => seen('pressed'), { capture: true });
      const look = () => {
        const line = document.querySelector('[data-waiting]');
        if (line?.textContent?.includes('Looking at your invoices…')) seen('waiting');
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await say(page, WHY_HIGHER);
    await finishedAnswer(page);
    const { pressed, waiting } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
    expect(Number(waiting) - Number(pressed)).toBeLessThan(300);
  },
);

test('the quiet line under an answer unfolds into what was looked at and what protected it', async ({
  page,
  owner: _owner,
}) => {
  await openChat(page);
  const answer = await ask(page, WHY_HIGHER);
  await answer.getByText('Read 2 invoices · changed nothing').click();
  await expect(answer.getByText('What was looked at')).toBeVisible();
  await expect(answer.getByText('Looked things up as you: nothing but your own workspace')).toBeVisible();
  await expect(answer.getByText(/your records/)).toBeVisible();
});

test(
  'a follow-up is one press, and refers to what was said',
  { tag: '@once' },
  async ({ page, owner: _owner }) => {
    await openChat(page);
    const first = await ask(page, 'Show me my latest invoice.');
    const chip = first.getByRole('list', { name: 'Suggestions' }).getByRole('button').first();
    await chip.click();
    await expect(answers(page)).toHaveCount(2);
    await finishedAnswer(page);
    await expect(first.getByRole('list', { name: 'Suggestions' })).toHaveCount(0);
    await expect(composer(page)).toHaveValue('');
  },
);
