import { appUrl } from '#e2e/fixtures/app-url.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { answers, ask, openChat } from '#e2e/fixtures/chat-page.ts';
import { makePerson } from '#e2e/fixtures/make-person.ts';
import { ownPage, sendRequest } from '#e2e/fixtures/send-request.ts';
import { enterAs, expect, test } from '#e2e/fixtures/signed-in-test.ts';
import { caseNumber } from '#lib/contract/cases.ts';
import { UNREMARKABLE } from '#lib/stages/input-guard/memory/unremarkable.test-data.ts';

const ATTACK = UNREMARKABLE;
/** Longer than a process waits before it looks again. */
const KNOWN_WITHIN_MS = 6_000;

test(
  'an agent confirms an attack, similar messages are noticed in every chat, and it can be taken back',
  { tag: '@once' },
  async ({ page, owner, browser }) => {
    const victim = await makePerson({ spec: 'acme' });
    const summary = `I asked: “${ATTACK}”. What I need: somebody who does it.`;
    await sendRequest(`${appUrl()}/api/handovers`, {
      method: 'POST',
      cookie: victim.cookie,
      headers: ownPage(appUrl()),
      body: JSON.stringify({ summary }),
    });
    const [row] = await behindTheWalls<{ id: string }>('SELECT id FROM support_case WHERE person_id = $1', [
      victim.viewer.personId,
    ]);
    const id = row?.id ?? '';

    const context = await browser.newContext({ baseURL: appUrl() });
    await enterAs(context, await makePerson({ role: 'agent' }));
    const desk = await context.newPage();
    await desk.goto(`/admin/inbox/${id}`);
    const entry = desk.getByRole('article', { name: 'The customer' });
    await entry.getByRole('button', { name: 'Confirm as attack' }).click();
    const dialog = desk.getByRole('dialog', { name: 'Confirm as attack' });
    const field = dialog.getByRole('textbox', { name: 'The words of the attack' });
    await expect(field).toHaveValue(summary);
    await field.fill('not their words');
    await expect(dialog.getByRole('button', { name: 'Remember as attack' })).toBeDisabled();
    await field.fill(ATTACK);
    await dialog.getByRole('button', { name: 'Remember as attack' }).click();
    await expect(entry.getByRole('status')).toContainText('Remembered as an attack');
    await expect(dialog).toBeHidden();

    const note = page.locator('[data-guard-note="looks_like_instructions"]');
    await page.waitForTimeout(KNOWN_WITHIN_MS);
    await openChat(page);
    expect(owner.viewer.homeTenantId).not.toBe(victim.viewer.homeTenantId);
    await ask(page, `${ATTACK.toUpperCase()}!!`);
    await expect(answers(page).last().locator(note)).toBeVisible();
    await ask(page, 'Why is my latest invoice higher than the one before?');
    await expect(answers(page).last().locator(note)).toHaveCount(0);

    await desk.goto('/admin/attacks');
    const list = desk.getByRole('list', { name: 'Confirmed attacks' });
    const item = list.getByRole('listitem').filter({ hasText: caseNumber(id) });
    await expect(item).toContainText('by you');
    expect(await desk.content()).not.toContain('rye bread');
    await item.getByRole('button', { name: /^Remove / }).click();
    await desk.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(item).toHaveCount(0);
    await desk.goto(`/admin/inbox/${id}`);
    await expect(entry.getByRole('button', { name: 'Confirm as attack' })).toBeVisible();
    await context.close();
  },
);
