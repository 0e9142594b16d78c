import { enterLab, result, runBoth } from './enter-lab.ts';
import { expect, test } from './lab-test.ts';

/** From the first page to the end of a demonstration. */
const DEMONSTRATION_MS = 180_000;

test('a trainer who reads nothing shows the textbook attack land and stop, in three presses', async ({
  page,
}) => {
  const begun = Date.now();
  await enterLab(page);
  await page.getByRole('link', { name: 'Show the first attack' }).click();
  await page.getByRole('button', { name: 'Run on both sides' }).click();
  await expect(result(page, 'No defence').getByText('Landed', { exact: true })).toBeVisible();
  await expect(result(page, 'Everything').getByText('Stopped', { exact: true })).toBeVisible();
  expect(Date.now() - begun).toBeLessThan(DEMONSTRATION_MS);
  await expect(result(page, 'No defence').getByRole('list', { name: 'Evidence' })).toContainText(
    'e-mail address',
  );
  await expect(page.locator('[data-first-difference]')).toHaveCount(1);
});

test('the whole demonstration works by keyboard alone', async ({ page }) => {
  await enterLab(page);
  await page.goto('/lab/run');
  await expect(page.getByRole('button', { name: 'Run on both sides' })).toBeFocused();
  await page.keyboard.press('Enter');
  const bar = page.getByRole('toolbar', { name: 'Step through the trace' });
  await expect(bar).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(bar).toContainText('Step 1 of');
  await expect(page.locator('[data-station]')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-station]')).toHaveCount(2);
  await page.keyboard.press('End');
  await expect(page.locator('[data-station][aria-current="step"]')).toHaveAttribute(
    'data-station',
    'defender',
  );
  await page.keyboard.press('Escape');
  await expect(bar).toContainText(/^\d+ steps/);
});

test('data that leaves arrives in the attacker’s inbox, and no longer once answers are guarded', async ({
  page,
}) => {
  await enterLab(page);
  await page.goto('/lab/run?attack=picture-with-data&left=none&right=guards-only');
  await runBoth(page);
  await expect(result(page, 'No defence')).toContainText(/1 request, \d+ bytes/);
  await expect(result(page, 'Guards on both sides').locator('[data-inbox="0"]')).toHaveText('Empty');
});

test('a refund that nobody approved is seen in the ledger, before and after', async ({ page }) => {
  await enterLab(page);
  await page.goto('/lab/run?attack=memo-refund&left=none&right=everything');
  await runBoth(page);
  await expect(result(page, 'No defence').locator('[data-ledger="changed"]').first()).toContainText(
    'Refunded',
  );
  await expect(result(page, 'Everything').locator('[data-ledger="unchanged"]')).toBeVisible();
});

test('a single check is a switch', async ({ page }) => {
  await enterLab(page);
  await page.goto('/lab/run?attack=picture-with-data');
  await page.getByRole('combobox', { name: 'Left side' }).selectOption({ label: 'Single switches…' });
  await page.getByRole('textbox', { name: 'Find a switch' }).fill('images');
  const images = page.getByRole('checkbox', { name: /images-allowed/ });
  await expect(images).toBeChecked();
  await images.uncheck();
  await runBoth(page);
  await expect(result(page, 'Everything but 1 check')).toBeVisible();
  await expect(page.locator('[data-station]').first()).toBeVisible();
});

test('pages of the lab are the trainer’s alone', async ({ page }) => {
  await page.goto('/lab/matrix');
  await expect(page).toHaveURL(/\/sign-in\?next=%2Flab%2Fmatrix$/);
});
