import { findingsAtBothWidths } from '#e2e/fixtures/findings.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { press } from '#e2e/fixtures/approvals.ts';
import { duplicateSeat, paidInvoice, proposeTo } from '#e2e/fixtures/propose-to.ts';
import { readLedger } from '#e2e/fixtures/read-ledger.ts';
import { ask, composer, openChat, questions, say, answers } from '#e2e/fixtures/chat-page.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';

test('sign-in, about and a page that is not there have no violation', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByText('More accounts to look around with').click();
  expect(await findingsAtBothWidths(page, '/sign-in')).toEqual([]);
  for (const path of ['/about', '/nowhere']) {
    await page.goto(path);
    expect(await findingsAtBothWidths(page, path)).toEqual([]);
  }
});

test('control: what is wrong is found, in the light, in the dark and on a phone', async ({ page }) => {
  await page.goto('/about');
  expect(await findingsAtBothWidths(page, 'as it is')).toEqual([]);
  await page.evaluate(() => {
    const faint = document.createElement('p');
    faint.textContent = 'Hardly to be read';
    Object.assign(faint.style, { color: '#777', background: '#808080' });
    const image = Object.assign(document.createElement('img'), { src: 'data:,' });
    document.querySelector('main')?.append(faint, document.createElement('button'), image);
  });
  const found = await findingsAtBothWidths(page, 'spoiled');
  const inLight = ['light button-name', 'light color-contrast', 'light image-alt'];
  const wrong = [...inLight, 'dark color-contrast', ...inLight.map((rule) => `on a phone ${rule}`)];
  for (const rule of wrong)
    expect(found.filter((line) => line.startsWith(`spoiled ${rule}: `))).toHaveLength(1);
  expect(found).toHaveLength(wrong.length);
});

test('the pages of the bill have no violation', async ({ page, owner }) => {
  const [latest] = await readLedger(owner.viewer, (reader) => reader.listInvoices({ limit: 1 }));
  for (const path of [
    '/invoices',
    `/invoices/${latest?.number}`,
    '/payments',
    '/plan',
    '/usage',
    '/cases',
    '/outbox',
    '/c/nope',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findingsAtBothWidths(page, path)).toEqual([]);
  }
});

test('cards to decide, in each of their states, have no violation', async ({ page, owner }) => {
  const origins = [{ shown: 'x@elsewhere.test', origin: 'third_party' }] as const;
  await proposeTo(owner, { tool: 'change_billing_contact', email: 'x@elsewhere.test' }, { origins });
  await proposeTo(owner, await duplicateSeat(owner), { cautious: true });
  await press(owner, await proposeTo(owner, { tool: 'pause_plan' }), { decision: 'reject' });
  await press(owner, await proposeTo(owner, await paidInvoice(owner)));
  await page.goto('/approvals');
  await page.getByText('Rejected').click();
  expect(await findingsAtBothWidths(page, '/approvals')).toEqual([]);
  await page.getByRole('button', { name: 'Approve new address' }).click();
  await expect(page.locator('[data-outcome="executed"]')).toBeVisible();
  expect(await findingsAtBothWidths(page, 'decided')).toEqual([]);
});

test('what a member sees instead of money has no violation', async ({ page, member: _member }) => {
  for (const path of ['/', '/invoices']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findingsAtBothWidths(page, path)).toEqual([]);
  }
});

test('the chat has no violation: first screen, answer with cards unfolded, editing, menus', async ({
  page,
  owner: _owner,
}) => {
  await openChat(page);
  expect(await findingsAtBothWidths(page, 'first screen')).toEqual([]);
  const answer = await ask(page, 'Why is my latest invoice higher than the one before?');
  await answer.getByText(/changed nothing/).click();
  expect(await findingsAtBothWidths(page, 'answer')).toEqual([]);
  await questions(page).first().hover();
  await questions(page)
    .first()
    .getByRole('button', { name: /^Change this message/ })
    .click();
  await expect(page.getByRole('textbox', { name: 'Your message' })).toBeFocused();
  expect(await findingsAtBothWidths(page, 'editing')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Account:/ }).click();
  expect(await findingsAtBothWidths(page, 'account menu')).toEqual([]);
});

test('an answer that arrives, one that was stopped and one that failed have no violation', async ({
  page,
  context,
  owner,
  faulty: { provider, app },
}) => {
  await enterAs(context, owner, app.url);
  provider.script({ mode: 'endless', paceMs: 60 });
  await openChat(page, `${app.url}/`);
  await say(page, 'What do I owe?');
  await expect(answers(page).first()).toContainText('word 3 ');
  expect(await findingsAtBothWidths(page, 'arriving')).toEqual([]);
  await page.getByRole('button', { name: 'Stop this answer' }).click();
  await expect(page.getByText('This answer was stopped.')).toBeVisible();
  expect(await findingsAtBothWidths(page, 'stopped')).toEqual([]);
  provider.script({ mode: 'status', status: 500 });
  await say(page, 'And now?');
  await expect(page.getByText('could not finish this answer')).toBeVisible();
  await expect(composer(page)).toBeEditable();
  expect(await findingsAtBothWidths(page, 'failed')).toEqual([]);
});

test('the ways to a person have no violation: dialogs, reply, requests, inbox and an opened case', async ({
  page,
  owner,
  browser,
}) => {
  await openChat(page);
  const answer = await ask(page, 'Why is my latest invoice higher than the one before?');
  await answer.getByRole('button', { name: 'Contest this answer' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findingsAtBothWidths(page, 'contest')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Talk to a person' }).last().click();
  expect(await findingsAtBothWidths(page, 'hand-over')).toEqual([]);
  await page.getByRole('button', { name: 'Send to a person' }).click();
  await expect(page.getByText('Your case number is')).toBeVisible();
  expect(await findingsAtBothWidths(page, 'sent')).toEqual([]);
  await page.goto('/cases');
  await expect(page.getByText('You asked a person')).toBeVisible();
  expect(await findingsAtBothWidths(page, '/cases')).toEqual([]);
  const context = await browser.newContext();
  await enterAs(context, await makePerson({ role: 'agent' }));
  const desk = await context.newPage();
  await desk.goto(new URL('/admin/inbox', page.url()).href);
  expect(await findingsAtBothWidths(desk, '/admin/inbox')).toEqual([]);
  const [opened] = await behindTheWalls<{ id: string }>('SELECT id FROM support_case WHERE person_id = $1', [
    owner.viewer.personId,
  ]);
  await desk.goto(new URL(`/admin/inbox/${opened?.id}`, page.url()).href);
  await desk.getByRole('textbox', { name: 'Your reply' }).fill('We looked into it.');
  await desk.getByRole('button', { name: 'Send reply' }).click();
  await expect(desk.getByText('Support agent')).toBeVisible();
  expect(await findingsAtBothWidths(desk, 'an opened case')).toEqual([]);
  await desk.getByRole('button', { name: 'Confirm as attack' }).click();
  await expect(desk.getByRole('dialog')).toBeVisible();
  expect(await findingsAtBothWidths(desk, 'confirming an attack')).toEqual([]);
  await desk.goto(new URL('/admin/attacks', page.url()).href);
  expect(await findingsAtBothWidths(desk, '/admin/attacks')).toEqual([]);
  await context.close();
});
