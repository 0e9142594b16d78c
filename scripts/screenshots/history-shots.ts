import { askAndWait, enter, type Shot } from './shot.ts';
import { switchTo } from './switch-to.ts';

/** What people and staff see of stored conversations: finding, keeping, explaining, taking away, erasing, holding. */
export const HISTORY_SHOTS: readonly Shot[] = [
  {
    name: 'search',
    screens: [
      ['desktop', 'light'],
      ['phone', 'dark'],
    ],
    open: async (page) => {
      await enter(page);
      await askAndWait(page, 'Was I charged twice for a seat?');
      const opener = page.getByRole('button', { name: 'Conversations' });
      if (await opener.isVisible()) await opener.click();
      const list = page.getByRole('navigation', { name: 'Conversations' }).locator('visible=true');
      await list.getByRole('textbox', { name: 'Search your conversations' }).fill('seat');
      await list.getByRole('region', { name: 'Found conversations' }).getByRole('link').first().waitFor();
    },
  },
  {
    name: 'temporary',
    screens: [['desktop', 'dark']],
    open: async (page) => {
      await enter(page);
      await page.getByRole('switch', { name: 'Temporary chat' }).click();
      await askAndWait(page, 'What do I owe right now?');
    },
  },
  {
    name: 'why',
    screens: [['phone', 'light']],
    open: async (page) => {
      await enter(page);
      await askAndWait(page, 'Why is my latest invoice higher than the one before?');
      const answer = page.getByRole('article', { name: 'Assistant' }).last();
      await answer.getByText('Why this answer?').click();
      await answer.getByRole('region', { name: 'Who decided' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'why-page',
    screens: [['desktop', 'light']],
    open: async (page) => {
      await enter(page);
      await askAndWait(page, 'Why is my latest invoice higher than the one before?');
      const answer = page.getByRole('article', { name: 'Assistant' }).last();
      await answer.getByText('Why this answer?').click();
      await answer.getByRole('link', { name: 'Whole account, to print' }).click();
      await page.getByRole('heading', { level: 1, name: 'Why this answer?' }).waitFor();
    },
  },
  {
    name: 'keeping',
    screens: [['phone', 'light']],
    open: async (page) => {
      await enter(page);
      await page.goto(new URL('/account/history', page.url()).href);
      await page.getByRole('radio', { name: '7 days', exact: true }).waitFor();
    },
  },
  {
    name: 'privacy',
    screens: [['desktop', 'light']],
    open: async (page) => {
      await enter(page);
      await askAndWait(page, 'What do I owe right now?');
      await page.goto(new URL('/account/privacy', page.url()).href);
      await page.getByRole('button', { name: 'Make a copy of my data' }).click();
      const copy = page.getByRole('list', { name: 'Copies of your data' }).getByRole('listitem').first();
      await copy.getByRole('link', { name: 'Download' }).waitFor();
    },
  },
  {
    name: 'erase',
    screens: [['phone', 'light']],
    open: async (page) => {
      await enter(page);
      await page.goto(new URL('/account/privacy', page.url()).href);
      await page.getByRole('button', { name: 'Erase my account…' }).click();
      await page.getByRole('dialog').getByText('This has to stay, and why').click();
    },
  },
  {
    name: 'retention',
    screens: [
      ['desktop', 'light'],
      ['phone', 'dark'],
    ],
    open: async (page) => {
      await enter(page);
      await switchTo(page, /Administrator/);
      await page.goto(new URL('/admin/retention', page.url()).href);
      await page.getByRole('heading', { level: 1, name: 'Retention' }).waitFor();
    },
  },
];
