import type { APIRequestContext } from '@playwright/test';
import { z } from 'zod';
import {
  boardSchema,
  deskSchema,
  flagEventSchema,
  handedInSchema,
  joinedSchema,
  labMeSchema,
} from '#lib/contract/lab/class.ts';
import { LEVELS } from '#lib/operations/lab/levels.ts';
import { openGate } from '#scripts/lab/class/gate.ts';
import { rehearse } from '#scripts/lab/class/rehearse.ts';
import { type LabApp } from '#scripts/lab/start-lab-app.ts';
import { expect, test } from './lab-test.ts';

const header = (lab: LabApp) => ({ origin: lab.url });

async function signInTrainer(request: APIRequestContext, lab: LabApp): Promise<void> {
  const { csrfToken } = z
    .object({ csrfToken: z.string() })
    .parse(await (await request.get('/api/auth/csrf')).json());
  await request.post('/api/auth/callback/demo', {
    headers: header(lab),
    form: { csrfToken, account: 'trainer@countersign.test', json: 'true' },
  });
}

async function post<Schema extends z.ZodType>(
  request: APIRequestContext,
  lab: LabApp,
  path: string,
  data: object,
  schema: Schema,
): Promise<z.output<Schema>> {
  const response = await request.post(path, { headers: header(lab), data });
  expect([path, response.status()]).toEqual([path, 200]);
  return schema.parse(await response.json());
}

/** Runs an attack and gives back the flag that came with it, or null. */
async function run(request: APIRequestContext, lab: LabApp, profile: string): Promise<string | null> {
  const response = await request.post('/api/lab/runs', {
    headers: header(lab),
    data: { what: { attack: 'level-1-textbook' }, by: { profile } },
  });
  expect(response.status()).toBe(200);
  const text = await response.text();
  expect(text).toContain('"kind":"ended"');
  const data = /^event: flag\ndata: (.*)$/m.exec(text)?.[1];
  return data ? flagEventSchema.parse(JSON.parse(data)).flag : null;
}

test('a player joins by the code, earns a flag of their own by letting an attack land, and stands on the board', async ({
  lab,
  playwright,
}) => {
  const contexts = await Promise.all(
    [1, 2, 3].map(() => playwright.request.newContext({ baseURL: lab.url })),
  );
  const [trainer, ada, grace] = contexts;
  if (!trainer || !ada || !grace) throw new Error('Three people are needed.');
  await signInTrainer(trainer, lab);
  const { code } = deskSchema.parse(await (await trainer.get('/api/lab/class')).json());
  const wrong = await post(ada, lab, '/api/lab/class/join', { code: 'WRONG1', name: 'Ada' }, joinedSchema);
  expect(wrong).toEqual({ joined: false, why: 'wrong-code' });
  await post(ada, lab, '/api/lab/class/join', { code, name: 'Ada' }, joinedSchema);
  await post(grace, lab, '/api/lab/class/join', { code, name: 'Grace' }, joinedSchema);
  expect(await run(ada, lab, 'everything')).toBeNull();
  const flag = await run(ada, lab, 'none');
  expect(flag).toMatch(/^CS\{[0-9a-f]{32}\}$/);
  const handIn = (who: APIRequestContext) =>
    post(who, lab, '/api/lab/class/flags', { challenge: 'level-1', flag }, handedInSchema);
  expect((await handIn(grace)).verdict).toBe('foreign');
  expect((await handIn(ada)).verdict).toBe('correct');
  const board = boardSchema.parse(await (await grace.get('/api/lab/class/board')).json());
  expect(board.rows.map(({ name, solved }) => [name, solved.length])).toEqual([
    ['Ada', 1],
    ['Grace', 0],
  ]);
  await post(trainer, lab, '/api/lab/class/freeze', { frozen: true }, deskSchema);
  const frozen = await ada.post('/api/lab/runs', {
    headers: header(lab),
    data: { what: { attack: 'level-1-textbook' }, by: { profile: 'none' } },
  });
  expect(frozen.status()).toBe(503);
  await post(trainer, lab, '/api/lab/class/reset', { what: 'next-group' }, deskSchema);
  expect((await ada.get('/api/lab/class/me')).status()).toBe(401);
  for (const context of contexts) await context.dispose();
});

test('a player’s cookie opens the lab and nothing else, and nobody but the trainer moves a class', async ({
  lab,
  playwright,
}) => {
  const trainer = await playwright.request.newContext({ baseURL: lab.url });
  await signInTrainer(trainer, lab);
  const { code } = deskSchema.parse(await (await trainer.get('/api/lab/class')).json());
  const player = await playwright.request.newContext({ baseURL: lab.url });
  await post(player, lab, '/api/lab/class/join', { code, name: 'Mallory' }, joinedSchema);
  expect(labMeSchema.parse(await (await player.get('/api/lab/class/me')).json())).toMatchObject({
    kind: 'player',
  });
  for (const path of ['/api/conversations', '/api/approvals', '/api/me/usage', '/api/cases'])
    expect([path, (await player.get(path)).status()]).toEqual([path, 401]);
  const asked = { text: 'What do I owe?', idempotencyKey: 'a-key-of-a-player' };
  expect((await player.post('/api/chat', { headers: header(lab), data: asked })).status()).toBe(401);
  expect((await player.get('/api/lab/class')).status()).toBe(404);
  for (const [path, data] of [
    ['/api/lab/class/freeze', { frozen: true }],
    ['/api/lab/class/reset', { what: 'next-group' }],
  ] as const)
    expect([path, (await player.post(path, { headers: header(lab), data })).status()]).toEqual([path, 404]);
  const foreignOrigin = await player.post('/api/lab/runs', {
    headers: { origin: 'http://evil.test' },
    data: {},
  });
  expect(foreignOrigin.status()).toBe(403);
  const unknown = await player.post('/api/lab/runs', {
    headers: header(lab),
    data: { what: { attack: 'no-such-attack' }, by: { profile: 'none' } },
  });
  expect(unknown.status()).toBe(404);
  const stranger = await playwright.request.newContext({ baseURL: lab.url });
  expect((await stranger.get('/api/lab/class/board')).status()).toBe(401);
  for (const context of [trainer, player, stranger]) await context.dispose();
});

test('players who all press at once through the gate meet no error, and the board says what each of them solved', async ({
  lab,
  playwright,
}) => {
  const trainer = await playwright.request.newContext({ baseURL: lab.url });
  await signInTrainer(trainer, lab);
  const { code } = await post(trainer, lab, '/api/lab/class/reset', { what: 'next-group' }, deskSchema);
  const gate = await openGate({ address: '127.0.0.1', port: 0, app: lab.url, origin: lab.url });
  try {
    const came = await rehearse({ url: gate.url, code, players: 8, seconds: 15, levels: LEVELS, seed: 7 });
    expect(came.errors).toEqual([]);
    expect(came.wrongRows).toEqual([]);
    expect(came.flags).toBeGreaterThan(8);
  } finally {
    await gate.close();
    await trainer.dispose();
  }
});
