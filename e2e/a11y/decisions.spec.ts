import { press } from '#e2e/fixtures/approvals.ts';
import { findingsAtBothWidths } from '#e2e/fixtures/findings.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { duplicateSeat, paidInvoice, proposeTo } from '#e2e/fixtures/propose-to.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';

test('a receipt that was sent, its mail unfolded and what comes later have no violation', async ({
  page,
  owner,
}) => {
  const [latest] = await readLedger(owner.viewer, (reader) => reader.listInvoices({ limit: 1 }));
  await page.goto(`/invoices/${latest?.number}`);
  await page.getByRole('button', { name: 'E-mail me this receipt' }).click();
  await expect(page.getByText(`On its way to ${owner.email}.`)).toBeVisible();
  expect(await findingsAtBothWidths(page, 'receipt')).toEqual([]);
  await page.goto('/outbox');
  await page.getByText(`Invoice ${latest?.number}`, { exact: true }).click();
  expect(await findingsAtBothWidths(page, 'mail')).toEqual([]);
  await press(
    owner,
    await proposeTo(owner, { tool: 'change_billing_contact', email: 'accounts@northwind.test' }),
  );
  await press(owner, await proposeTo(owner, { tool: 'pause_plan' }));
  await press(owner, await proposeTo(owner, await duplicateSeat(owner)));
  for (const [path, words] of [
    ['/payments', 'New address accounts@northwind.test'],
    ['/plan', 'Is paused from'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(words)).toBeVisible();
    expect(await findingsAtBothWidths(page, path)).toEqual([]);
  }
});

test('the queue, an opened case and the page of a second factor have no violation', async ({
  page,
  context,
}) => {
  const owner = await makePerson({ spec: 'northwind' });
  const card = await proposeTo(owner, await paidInvoice(owner));
  await press(owner, card);
  await enterAs(context, await makePerson({ role: 'approver' }));
  for (const path of ['/', '/admin/approvals', `/admin/approvals/${card.approvalId}`, '/admin/nowhere']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findingsAtBothWidths(page, path)).toEqual([]);
  }
  await page.goto('/account/security');
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await expect(page.getByText('Add it to your authenticator app')).toBeVisible();
  expect(await findingsAtBothWidths(page, '/account/security')).toEqual([]);
  await page.getByRole('button', { name: 'Demonstration: fill in the code' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('list', { name: 'Recovery codes' })).toBeVisible();
  expect(await findingsAtBothWidths(page, 'recovery codes')).toEqual([]);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('Remove it').click();
  expect(await findingsAtBothWidths(page, 'a second factor that is set up')).toEqual([]);
});
