import { findings } from '#e2e/fixtures/findings.ts';
import { enterLab, runBoth } from './enter-lab.ts';
import { expect, test } from './lab-test.ts';

const PAGES = [
  '/lab',
  '/lab/run',
  '/lab/levels',
  '/lab/levels/2',
  '/lab/reverse',
  '/lab/attacks',
  '/lab/attacks/memo-refund',
  '/lab/absent',
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

test('what was not tried is drawn without a colour', async ({ page }) => {
  await enterLab(page);
  await page.goto('/lab/matrix');
  const meaning = page.locator('[data-outcome="not-tried"]').first();
  const colours = await meaning.evaluate((element) => {
    const style = getComputedStyle(element);
    return { border: style.borderTopStyle, grounds: [style.backgroundColor, style.color].map(greyness) };
    /** How far apart the three channels are: 0 is grey. */
    function greyness(colour: string): number {
      const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
      return Math.max(...channels) - Math.min(...channels);
    }
  });
  expect(colours.border).toBe('dashed');
  for (const distance of colours.grounds) expect(distance).toBeLessThan(16);
});

test('larger type is remembered', async ({ page }) => {
  await enterLab(page);
  const size = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await size();
  await page.getByRole('button', { name: 'Larger type' }).click();
  expect(await size()).toBeGreaterThan(before * 1.25);
  await page.goto('/lab/run');
  await expect(page.getByRole('button', { name: 'Larger type' })).toHaveAttribute('aria-pressed', 'true');
  expect(await size()).toBeGreaterThan(before * 1.25);
});
