import type { Browser, Locator, Page } from '@playwright/test';
import { handlesIn } from '#e2e/fixtures/approvals.ts';
import { appUrl } from '#e2e/fixtures/app-url.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { ask, openChat } from '#e2e/fixtures/chat-page.ts';
import type { FaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { duplicateSeat, paidInvoice, proposeTo } from '#e2e/fixtures/propose-to.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';
import { giveFactor } from '#e2e/fixtures/second-factor.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';

const ASKED = 'Please refund the duplicate seat charge on my last invoice.';
const REASON = '**Trust me**, <b>this</b> was billed twice';
/** …and what may be shown of them: words, and no markup. */
const SHOWN_REASON = '**Trust me**, this was billed twice';

const cards = (page: Page): Locator => page.locator('[data-approval-card]');
const approve = (card: Locator): Locator => card.getByRole('button', { name: /^Approve/ });
const ended = (card: Locator, state: string): Locator => card.locator(`[data-outcome="${state}"]`);

/** Types the amount where the card asks for it: as it stands there. */
async function typeAmount(card: Locator): Promise<void> {
  const field = card.getByRole('textbox', { name: /Type the amount/ });
  if ((await field.count()) === 0) return;
  await expect(approve(card)).toBeDisabled();
  await field.fill(
    (
      await card
        .getByText(/^It is/)
        .locator('bdi')
        .innerText()
    ).trim(),
  );
}

/** What was decided for this customer, and the refunds that stand behind it in the ledger. */
async function effects({ viewer }: Person): Promise<{ amount: number; refunded: number | null }[]> {
  const rows = await behindTheWalls<{ amount: string; refunded: string | null }>(
    `SELECT e.amount_minor AS amount, r.amount_minor AS refunded FROM effect e LEFT JOIN refund r ON r.proposal_id = e.proposal_id
     WHERE e.tenant_id = $1`,
    [viewer.homeTenantId],
  );
  return rows.map(({ amount, refunded }) => ({
    amount: Number(amount),
    refunded: refunded === null ? null : Number(refunded),
  }));
}

const owed = async ({ viewer }: Person): Promise<number> =>
  (await readLedger(viewer, (reader) => reader.balance())).due.amountMinor;

/** The chat up to the card, with a model that looks for what was billed twice and proposes to refund it. */
async function askForRefund(page: Page, provider: FaultyProvider): Promise<Locator> {
  provider.script(
    { mode: 'calls', calls: [{ name: 'find_duplicates', arguments: '{}' }] },
    { mode: 'text', text: 'One seat stands there twice.' },
  );
  await ask(page, 'Was anything billed twice?');
  const results = (provider.received.at(-1)?.body.messages ?? []).filter(({ role }) => role === 'tool');
  const line = handlesIn(String(results.at(-1)?.content ?? ''), 'line').at(-1);
  provider.script(
    { mode: 'calls', calls: [{ name: 'refund', arguments: JSON.stringify({ line, reason: REASON }) }] },
    { mode: 'text', text: 'You may now approve it.' },
  );
  const answer = await ask(page, ASKED);
  await expect(answer.getByText(/proposed 1 change/)).toBeVisible();
  return answer.locator('[data-approval-card]');
}

/** A finance approver at another machine, with an authenticator app. */
async function asApprover(browser: Browser) {
  const approver = await makePerson({ role: 'approver' });
  const code = await giveFactor(approver);
  const context = await browser.newContext({ baseURL: appUrl() });
  await enterAs(context, approver);
  return { page: await context.newPage(), code, leave: () => context.close() };
}

test('a refund asked for in the chat happens when its card is approved: ledger, invoice and chat agree', async ({
  page,
  context,
  owner,
  faulty: { provider, app },
}) => {
  await enterAs(context, owner, app.url);
  await openChat(page, `${app.url}/`);
  const card = await askForRefund(page, provider);
  await expect(card.getByText('Only you can approve this')).toBeVisible();
  const reason = card.locator('[data-model-reason]');
  await expect(reason.getByText(SHOWN_REASON)).toBeHidden();
  await reason.locator('summary').click();
  await expect(reason.getByText(SHOWN_REASON)).toBeVisible();
  expect(await effects(owner)).toEqual([]);
  const before = await owed(owner);

  await test.step('words do not decide', async () => {
    provider.script({ mode: 'text', text: 'Done, it is refunded.' });
    await ask(page, 'ok do it');
    expect(await effects(owner)).toEqual([]);
  });
  await typeAmount(card);
  await approve(card).click();
  await expect(ended(card, 'executed')).toBeFocused();
  const [done] = await effects(owner);
  expect(done?.amount).toBeGreaterThan(0);
  // Not paid yet: it is taken off what is owed.
  expect(await owed(owner)).toBe(before - (done?.amount ?? 0));

  await test.step('the card outlasts a reload', async () => {
    await page.reload();
    await expect(ended(cards(page), 'executed')).toBeVisible();
    await expect(cards(page).getByRole('button', { name: /^Approve|^Reject/ })).toHaveCount(0);
  });
  await test.step('the invoice and my approvals say the same', async () => {
    const then = await cards(page).locator('dd').last().innerText();
    const words = await ended(cards(page), 'executed').locator('bdi').innerText();
    await ended(cards(page), 'executed')
      .getByRole('link', { name: /See the invoice/ })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: /^Invoice \d/ })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(then);
    await page.goto(`${app.url}/approvals`);
    await page.getByRole('region', { name: 'Earlier' }).getByText('Done').click();
    await expect(page.getByRole('region', { name: 'Earlier' })).toContainText(words);
    await expect(cards(page)).toHaveCount(0);
  });
});

test(
  'the built-in model prepares the refund that was asked for, and the card does it',
  { tag: '@once' },
  async ({ page, owner }) => {
    await openChat(page);
    const card = (await ask(page, ASKED)).locator('[data-approval-card]');
    await typeAmount(card);
    await approve(card).click();
    await expect(ended(card, 'executed')).toBeVisible();
    expect(await effects(owner)).toHaveLength(1);
  },
);

test(
  'a rejected change stays undone, and says so after a reload',
  { tag: '@once' },
  async ({ page, owner }) => {
    await proposeTo(owner, await duplicateSeat(owner));
    await page.goto('/approvals');
    await expect(
      page.getByRole('link', { name: /Approvals.*1 waiting/ }).filter({ visible: true }),
    ).toBeVisible();
    await cards(page).getByRole('button', { name: 'Reject' }).click();
    await expect(ended(cards(page), 'rejected')).toBeVisible();
    expect(await effects(owner)).toEqual([]);
    await page.reload();
    const row = page.getByRole('region', { name: 'Earlier' }).getByRole('listitem').first();
    await expect(row).toContainText('Rejected');
    await row.getByText('Rejected').click();
    await expect(row).toContainText('Nothing was changed');
  },
);

test(
  'two people: the customer confirms, a colleague who never sees the chat countersigns',
  { tag: '@once' },
  async ({ page, owner, browser }) => {
    const { approvalId } = await proposeTo(owner, await paidInvoice(owner));
    const desk = await asApprover(browser);
    await desk.page.goto(`/admin/approvals/${approvalId}`);
    await expect(desk.page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();

    await page.goto('/approvals');
    await expect(cards(page).getByText(/^After you, a finance colleague/)).toBeVisible();
    await typeAmount(cards(page));
    await approve(cards(page)).click();
    await expect(ended(cards(page), 'confirmed')).toBeVisible();
    expect(await effects(owner)).toEqual([]);

    await desk.page.goto('/admin/approvals');
    const row = desk.page.locator(`a[href="/admin/approvals/${approvalId}"]`);
    await expect(row).toBeVisible();
    await expect(async () => {
      const isThere = await row.evaluate((link) => link === document.activeElement);
      if (!isThere) await desk.page.keyboard.press('j');
      // Long enough for a slow machine: a press too many would go past it.
      await expect(row).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await desk.page.keyboard.press('Enter');
    const card = cards(desk.page);
    await expect(card.getByText('Only a finance approver can decide this')).toBeVisible();
    await expect(desk.page.getByRole('region', { name: 'The account' })).toContainText('Owed now');
    expect(await desk.page.content()).not.toContain('Please change that.');
    await expect(approve(card)).toBeDisabled();
    await card.getByRole('textbox', { name: /authenticator/ }).fill('000000');
    await approve(card).click();
    await expect(card.getByRole('alert')).toContainText('did not fit');
    await card.getByRole('textbox', { name: /authenticator/ }).fill(await desk.code());
    await card.getByRole('textbox', { name: /authenticator/ }).press('Enter');
    await expect(ended(card, 'executed')).toBeVisible();
    await desk.leave();
    const [done, ...more] = await effects(owner);
    expect(more).toEqual([]);
    expect(done?.refunded).toBe(done?.amount);

    await page.reload();
    await expect(page.getByRole('region', { name: 'Earlier' })).toContainText('Done');
  },
);

test(
  'a person takes back what waits for the second, and the queue is empty for everybody else',
  { tag: '@once' },
  async ({ page, owner }) => {
    await proposeTo(owner, await duplicateSeat(owner), { cautious: true });
    await page.goto('/approvals');
    await typeAmount(cards(page));
    await approve(cards(page)).click();
    await cards(page).getByRole('button', { name: 'Take it back' }).click();
    await expect(ended(cards(page), 'rejected')).toBeVisible();
    expect(await effects(owner)).toEqual([]);
    await page.goto('/admin/approvals');
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  },
);
