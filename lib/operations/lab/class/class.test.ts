import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { closeDatabases } from '#lib/kernel/db.ts';
import { addClassSchema } from '#scripts/lab/prepare-lab.ts';
import { countPress } from './count-press.ts';
import { flagOf, handIn } from './flags.ts';
import { joinClass } from './join-class.ts';
import { freezeClass, resetClass } from './move-class.ts';
import { openClass } from './open-class.ts';
import { playerCookie } from './player-cookie.ts';
import { PLAYERS_MAX, PRESSES_A_MINUTE } from './policy.ts';
import { readBoard } from './read-board.ts';
import { readDesk } from './read-desk.ts';
import { type LabViewer, readPlayer, readTrainer } from './read-player.ts';
import { newId } from '#lib/kernel/ids.ts';

beforeAll(async () => {
  vi.stubEnv('LAB_KEY', randomBytes(24).toString('base64url'));
  vi.stubEnv('LAB_SECRET', randomBytes(48).toString('base64url'));
  vi.stubEnv('LAB_CLASS_URL', 'http://192.168.1.20:3200');
  vi.stubEnv('LAB_ADMIN_URL', process.env.TEST_ADMIN_URL);
  vi.stubEnv('LAB_RENDER_URL', 'http://127.0.0.1:1/');
  await addClassSchema(process.env.TEST_ADMIN_URL ?? '', process.env.DB_ROLE_PREFIX || 'cs');
});
afterAll(async () => {
  await closeDatabases();
  vi.unstubAllEnvs();
});
beforeEach(() => resetClass({ what: 'next-group' }));

async function join(name: string): Promise<LabViewer> {
  const joining = await joinClass((await openClass()).code, name);
  if ('refusal' in joining) throw new Error(joining.refusal);
  const player = await readPlayer(playerCookie(joining.playerId));
  if (!player) throw new Error('The cookie opens nothing.');
  return player;
}

const solve = (player: LabViewer, challenge: string) => handIn(player, challenge, flagOf(player, challenge));

describe('joining', () => {
  test('takes the code of the class that is open, in either case, and a name nobody else has', async () => {
    const { code } = await openClass();
    expect(await joinClass(code.toLowerCase(), 'Ada')).toMatchObject({ name: 'Ada' });
    expect(await joinClass(code, 'ADA')).toEqual({ refusal: 'name-taken' });
    expect(await joinClass('AAAAAA', 'Grace')).toEqual({ refusal: 'wrong-code' });
    expect(await joinClass('', 'Grace')).toEqual({ refusal: 'wrong-code' });
  });

  test('at once under one name lets one in; a full class lets nobody in', async () => {
    const { code } = await openClass();
    const same = await Promise.all(Array.from({ length: 10 }, () => joinClass(code, 'Ada')));
    expect(same.filter((joining) => 'playerId' in joining)).toHaveLength(1);
    for (let n = 1; n < PLAYERS_MAX; n += 1) await joinClass(code, `Player ${n}`);
    expect(await joinClass(code, 'Too late')).toEqual({ refusal: 'class-full' });
  });

  test('a forged cookie, one of a class that is over and a trainer’s own id open nothing', async () => {
    const player = await join('Ada');
    const trainer = await readTrainer(newId());
    const mac = playerCookie(player.playerId).split('.')[1] ?? '';
    for (const forged of [
      undefined,
      '',
      player.playerId,
      `${newId()}.${mac}`,
      `${player.playerId}.${'A'.repeat(43)}`,
    ])
      expect(await readPlayer(forged)).toBeNull();
    expect(await readPlayer(playerCookie(trainer.playerId))).toBeNull();
    await resetClass({ what: 'next-group' });
    expect(await readPlayer(playerCookie(player.playerId))).toBeNull();
  });
});

describe('a flag', () => {
  test('counts once for whose it is, however often and at once it is handed in', async () => {
    const player = await join('Ada');
    const all = await Promise.all(Array.from({ length: 8 }, () => solve(player, 'level-1')));
    expect(all.map(({ verdict }) => verdict).toSorted()).toEqual([
      ...Array.from({ length: 7 }, () => 'already'),
      'correct',
    ]);
    expect((await readBoard()).rows).toMatchObject([{ name: 'Ada', solved: [{ challenge: 'level-1' }] }]);
  });

  test('of somebody else, of another challenge, or made up, counts for nothing', async () => {
    const [ada, grace] = [await join('Ada'), await join('Grace')];
    expect((await handIn(grace, 'level-1', flagOf(ada, 'level-1'))).verdict).toBe('foreign');
    expect((await handIn(grace, 'level-2', flagOf(grace, 'level-1'))).verdict).toBe('wrong');
    for (const forged of ['', 'CS{}', `CS{${'0'.repeat(32)}}`, flagOf(grace, 'level-1').toUpperCase()])
      expect((await handIn(grace, 'level-1', forged)).verdict).toBe('wrong');
    expect((await readBoard()).rows.every(({ solved }) => solved.length === 0)).toBe(true);
  });

  test('is worth nothing to the same name in the next group', async () => {
    const before = flagOf(await join('Ada'), 'level-1');
    await resetClass({ what: 'next-group' });
    expect((await handIn(await join('Ada'), 'level-1', before)).verdict).toBe('wrong');
  });
});

test('on the board whoever solved most stands first, and of two that solved as many whoever was first', async () => {
  const [ada, grace, edsger] = [await join('Ada'), await join('Grace'), await join('Edsger')];
  await solve(grace, 'level-1');
  await solve(ada, 'level-1');
  await solve(edsger, 'level-1');
  await solve(edsger, 'level-2');
  const { rows } = await readBoard();
  expect(rows.map(({ name, solved }) => [name, solved.length])).toEqual([
    ['Edsger', 2],
    ['Grace', 1],
    ['Ada', 1],
  ]);
});

describe('the trainer', () => {
  test('solves like everybody and stands on no board and no list', async () => {
    const trainer = await readTrainer(newId());
    expect((await solve(trainer, 'level-1')).solved).toHaveLength(1);
    expect((await readBoard()).rows).toEqual([]);
    expect((await readDesk()).players).toEqual([]);
  });

  test('sees where the class is, and lets one begin anew, or all', async () => {
    const [ada, grace] = [await join('Ada'), await join('Grace')];
    await solve(ada, 'level-1');
    await solve(grace, 'level-1');
    const desk = await readDesk();
    expect(desk.joinUrl).toBe(`http://192.168.1.20:3200/lab/join?code=${desk.code}`);
    await resetClass({ what: 'player', playerId: ada.playerId });
    expect((await readDesk()).players.map(({ name, solved }) => [name, solved])).toEqual([
      ['Ada', 0],
      ['Grace', 1],
    ]);
    await resetClass({ what: 'all' });
    expect((await readDesk()).players.map(({ solved }) => solved)).toEqual([0, 0]);
    await expect(resetClass({ what: 'player', playerId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('freezes: presses of players wait until the class goes on, and nobody loses a place', async () => {
    await join('Ada');
    const frozen = async () => {
      const player = await readPlayer(playerCookie((await readDesk()).players[0]?.id ?? ''));
      if (!player) throw new Error('The player is gone.');
      return countPress(player, 'run').then(
        () => 'goes',
        (error: { code?: string }) => error.code,
      );
    };
    await freezeClass(true);
    expect((await readBoard()).isFrozen).toBe(true);
    expect(await frozen()).toBe('paused');
    await freezeClass(false);
    expect(await frozen()).toBe('goes');
  });
});

test('a player presses so often a minute and no more, even all at once; others are not kept waiting', async () => {
  const [ada, grace] = [await join('Ada'), await join('Grace')];
  const press = (player: LabViewer) =>
    countPress(player, 'run').then(
      () => 'goes',
      (error: { code?: string; retryAfterS?: number }) => error,
    );
  const all = await Promise.all(Array.from({ length: PRESSES_A_MINUTE.run + 5 }, () => press(ada)));
  expect(all.filter((came) => came === 'goes')).toHaveLength(PRESSES_A_MINUTE.run);
  expect(all.find((came) => came !== 'goes')).toMatchObject({
    code: 'rate_limited',
    retryAfterS: expect.any(Number),
  });
  expect(await press(grace)).toBe('goes');
});
