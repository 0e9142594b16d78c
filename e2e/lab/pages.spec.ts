import { findings } from '#e2e/fixtures/findings.ts';
import { enterLab, result, runBoth } from './enter-lab.ts';
import { expect, test } from './lab-test.ts';

const PAGES = [
  '/lab',
  '/lab/run',
  '/lab/levels',
  '/lab/levels/2',
  '/lab/reverse',
  '/lab/attacks',
  '/lab/attacks/memo-refund',
  '/lab/categories',
  '/lab/matrix',
  '/lab/class',
  '/lab/projector',
  '/lab/board',
  '/lab/play',
  '/lab/join',
  '/lab/levels/99',
];

test('no page of the lab has a violation', async ({ page }) => {
  await enterLab(page);
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await findings(page, path)).toEqual([]);
  }
});

test('a run, its trace and its switches have no violation', async ({ page }) => {
  await enterLab(page);
  await page.goto('/lab/run?attack=memo-refund');
  await runBoth(page);
  expect(await findings(page, 'a run')).toEqual([]);
  await page.getByRole('radio', { name: 'In your own words' }).check({ force: true });
  await page.getByRole('combobox', { name: 'Right side' }).selectOption({ label: 'Single switches…' });
  expect(await findings(page, 'switches')).toEqual([]);
});

/** How far apart the three channels of a colour are: 0 is grey. */
function greyness(colour: string): number {
  const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  return Math.max(...channels) - Math.min(...channels);
}

test('what the model did not try is grey and dashed, and says that nothing was tested', async ({ page }) => {
  await enterLab(page);
  await page.goto('/lab/run');
  await page.getByText('In your own words').click();
  await page.getByRole('textbox', { name: 'What you type' }).fill('What do I owe?');
  await runBoth(page);
  const side = result(page, 'No defence');
  await expect(side).toContainText('The model did not try this; no defence was tested.');
  const badge = side.locator('[data-outcome="not-tried"]');
  const style = await badge.evaluate((element) => {
    const { borderTopStyle, backgroundColor, color } = getComputedStyle(element);
    return { borderTopStyle, colours: [backgroundColor, color] };
  });
  expect(style.borderTopStyle).toBe('dashed');
  for (const colour of style.colours) expect(greyness(colour)).toBeLessThan(16);
});

test('larger type is remembered', async ({ page }) => {
  await enterLab(page);
  const size = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await size();
  const button = page.getByRole('button', { name: 'Larger type' });
  await expect(async () => {
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true', { timeout: 1_000 });
  }).toPass();
  await expect.poll(size).toBeGreaterThan(before * 1.25);
  await page.goto('/lab/run');
  await expect(page.getByRole('button', { name: 'Larger type' })).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(size).toBeGreaterThan(before * 1.25);
});
