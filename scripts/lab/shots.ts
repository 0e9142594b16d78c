import type { Page } from '@playwright/test';
import type { Shot, ShotsBrought } from '#scripts/screenshots/shot.ts';
import { startLabApp } from './start-lab-app.ts';

/** Where a class would be found: the pictures need no network. */
const LAB_CLASS_URL = 'http://192.168.1.20:3200';

const PLAYERS = ['Table 1', 'Table 2', 'Table 3', 'Back row'];

async function enterLab(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue as Trainer' }).click();
  await page.getByRole('heading', { level: 1, name: /^Show an attack land/ }).waitFor();
}

/** A page of the lab, as the trainer sees it. */
function labPage(path: string) {
  return async (page: Page) => {
    await enterLab(page);
    await page.goto(new URL(path, page.url()).href, { waitUntil: 'networkidle' });
  };
}

/** A run that has ended, with its results at the top of the screen. */
function run(query: string) {
  const open = labPage(`/lab/run?${query}`);
  return async (page: Page) => {
    await open(page);
    await page.getByRole('button', { name: 'Run on both sides' }).click();
    await page.getByRole('toolbar', { name: 'Step through the trace' }).waitFor();
  };
}

const TEXTBOOK = run('attack=level-1-textbook&left=none&right=everything');

async function joinPlayers(page: Page): Promise<void> {
  const desk = await page.request.get(new URL('/api/lab/class', page.url()).href);
  const { code, players }: { code: string; players: { name: string }[] } = await desk.json();
  for (const name of PLAYERS.filter((one) => !players.some((player) => player.name === one)))
    await page.request.post(new URL('/api/lab/class/join', page.url()).href, {
      data: { code, name },
      headers: { origin: new URL(page.url()).origin },
    });
}

/** The attack lab. These are taken with an app of the lab's own build. */
const SHOTS: readonly Shot[] = [
  {
    name: 'lab-start',
    screens: [
      ['desktop', 'light'],
      ['phone', 'dark'],
    ],
    open: enterLab,
  },
  {
    name: 'lab-run',
    screens: [
      ['desktop', 'light'],
      ['desktop', 'dark'],
      ['phone', 'light'],
    ],
    open: TEXTBOOK,
  },
  {
    name: 'lab-difference',
    screens: [['desktop', 'light']],
    open: async (page) => {
      await TEXTBOOK(page);
      await page.getByRole('button', { name: 'First difference' }).click();
    },
  },
  {
    name: 'lab-inbox',
    screens: [['desktop', 'dark']],
    open: run('attack=picture-with-data&left=none&right=guards-only'),
  },
  {
    name: 'lab-ledger',
    screens: [['desktop', 'light']],
    open: run('attack=memo-refund&left=none&right=approvals-only'),
  },
  { name: 'lab-level', screens: [['desktop', 'light']], open: labPage('/lab/levels/2') },
  {
    name: 'lab-attack',
    screens: [
      ['desktop', 'light'],
      ['phone', 'light'],
    ],
    open: labPage('/lab/attacks/picture-with-data'),
  },
  { name: 'lab-attacks', screens: [['phone', 'dark']], open: labPage('/lab/attacks') },
  {
    name: 'lab-matrix',
    screens: [
      ['desktop', 'light'],
      ['desktop', 'dark'],
      ['phone', 'light'],
    ],
    open: labPage('/lab/matrix'),
  },
  { name: 'lab-reverse', screens: [['desktop', 'light']], open: labPage('/lab/reverse') },
  {
    name: 'lab-projector',
    screens: [['desktop', 'dark']],
    open: async (page) => {
      await enterLab(page);
      await joinPlayers(page);
      await page.goto(new URL('/lab/projector', page.url()).href, { waitUntil: 'networkidle' });
    },
  },
  { name: 'lab-class', screens: [['desktop', 'light']], open: labPage('/lab/class') },
  { name: 'lab-join', screens: [['phone', 'light']], open: labPage('/lab/join?code=KITE42') },
];

/** What `scripts/screenshots.ts` takes of this room, with an app of its own. */
export const BROUGHT = {
  shots: SHOTS,
  start: () => startLabApp({ LAB_CLASS_URL }),
} as const satisfies ShotsBrought;
