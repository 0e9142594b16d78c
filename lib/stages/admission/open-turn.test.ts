import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { pause, resume } from '#e2e/fixtures/pause.ts';
import { closeDatabases, database, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { newId } from '#lib/kernel/ids.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { type Admission, openTurn, type TurnOpening } from './open-turn.ts';
import { LEASE_MS, LIMITS } from './policy.ts';
import { settleTurn } from './settle-turn.ts';

const MODEL = 'a-model';
const RESERVED = 1_000;
let person: MadePerson;
beforeEach(async () => {
  person = await makePerson();
});
afterEach(async () => {
  await moveClock('0');
  await resume();
});
afterAll(closeDatabases);

type Asked = {
  text?: string;
  key?: string;
  conversationId?: string;
  sequence?: number;
  replaces?: string;
  temporary?: boolean;
  as?: MadePerson;
  session?: object;
};

function opening(asked: Asked = {}): TurnOpening {
  const { viewer } = asked.as ?? person;
  const isNew = asked.conversationId === undefined;
  const session = {
    personId: viewer.personId,
    tenantId: viewer.homeTenantId,
    role: viewer.role,
    sessionVersion: 1,
    sessionId: newId(),
  };
  return {
    session: { ...session, ...asked.session },
    ids: {
      turnId: newId(),
      userMessageId: newId(),
      answerMessageId: newId(),
      conversationId: asked.conversationId ?? newId(),
    },
    idempotencyKey: asked.key ?? randomBytes(12).toString('hex'),
    bodyHash: Buffer.from(
      createHash('sha256')
        .update(asked.text ?? 'hello')
        .digest(),
    ),
    sequence: asked.sequence ?? 1,
    sealedMessage: randomBytes(40),
    newConversation: isNew
      ? { sealedTitle: randomBytes(20), dataKeyId: newId(), kekId: 'kek-1', wrapped: randomBytes(60) }
      : null,
    replaces: asked.replaces ?? null,
    temporary: asked.temporary ?? false,
    requestId: newId(),
    versions: { model: MODEL, prompt: 'p', price: 'r' },
    reserve: { unit: 'micro_usd', amount: RESERVED },
  };
}

const open = (asked: Asked = {}) => openTurn(database('app'), opening(asked));
const code = (asked: Asked = {}): Promise<string> =>
  open(asked).then(
    (admission) => admission.kind,
    (error: AppError) => error.code,
  );

async function opened(asked: Asked = {}): Promise<Extract<Admission, { kind: 'opened' }>['turn']> {
  const admission = await open(asked);
  if (admission.kind !== 'opened') throw new Error(`expected an opened turn, got ${admission.kind}`);
  return admission.turn;
}
/** Ends a turn, so that it no longer counts as running. */
async function closed(asked: Asked = {}) {
  const { viewer } = asked.as ?? person;
  const turn = await opened(asked);
  const spent = {
    inputTokens: 1,
    outputTokens: 1,
    costMicroUsd: 1,
    reservedMicroUsd: RESERVED,
    estimated: false,
    priceVersion: 'r',
  };
  await withViewer(viewer, (tx) =>
    settleTurn(viewer, tx, { turnId: turn.turnId, finish: 'stop', model: MODEL, ...spent }),
  );
  return turn;
}
const messages = () =>
  behindTheWalls<{ sequence: number }>(
    'SELECT sequence FROM message WHERE person_id = $1 ORDER BY sequence',
    [person.viewer.personId],
  );

describe('how many turns', () => {
  test('ten within a minute, and the eleventh is told when to come back', async () => {
    for (let turn = 0; turn < LIMITS.turnsPerWindow; turn += 1) await closed();
    const refused = await open().catch((error: AppError) => error);
    if (!(refused instanceof AppError)) throw new Error('the eleventh turn was admitted');
    expect(refused.code).toBe('rate_limited');
    expect(refused.retryAfterS).toBeGreaterThan(50);
    expect(refused.retryAfterS).toBeLessThanOrEqual(60);
    expect(refused.headers).toMatchObject({ 'RateLimit-Limit': '10', 'RateLimit-Remaining': '0' });
    expect(await messages()).toHaveLength(10);
  });

  test('the window rolls: room comes back turn by turn, not all at once', async () => {
    for (let turn = 0; turn < 5; turn += 1) await closed();
    await moveClock('30 seconds');
    for (let turn = 0; turn < 5; turn += 1) await closed();
    expect(await code()).toBe('rate_limited');
    await moveClock('61 seconds');
    for (let turn = 0; turn < 5; turn += 1) await closed();
    expect(await code()).toBe('rate_limited');
    await moveClock('92 seconds');
    expect(await code()).toBe('opened');
  });

  test('one person’s turns are not another’s', async () => {
    for (let turn = 0; turn < LIMITS.turnsPerWindow; turn += 1) await closed();
    const neighbour = await makePerson({ tenantId: person.viewer.homeTenantId, role: 'member' });
    expect(await code({ as: neighbour })).toBe('opened');
  });

  test('no more at once than the table says, however many tabs ask together', async () => {
    // Connections that are open already, so that the questions really meet.
    await Promise.all(
      Array.from({ length: 12 }, () =>
        withViewer(person.viewer, (tx) => tx.$queryRaw`SELECT pg_sleep(0.1)::text`),
      ),
    );
    const codes = await Promise.all(Array.from({ length: 12 }, () => code()));
    expect(codes.filter((found) => found === 'opened')).toHaveLength(LIMITS.concurrentTurns);
    expect(codes.filter((found) => found === 'rate_limited')).toHaveLength(12 - LIMITS.concurrentTurns);
    expect(await messages()).toHaveLength(LIMITS.concurrentTurns);
  });

  test('no more than ten, when turns end as fast as others begin', async () => {
    const codes = await Promise.all(
      Array.from({ length: 40 }, () =>
        closed().then(
          () => 'opened',
          (error: AppError) => error.code,
        ),
      ),
    );
    expect(codes.filter((found) => found === 'opened').length).toBeLessThanOrEqual(LIMITS.turnsPerWindow);
  });

  test('a process that died does not hold a place for ever', async () => {
    for (let turn = 0; turn < LIMITS.concurrentTurns; turn += 1) await opened();
    expect(await code()).toBe('rate_limited');
    await moveClock(`${LEASE_MS / 1_000 + 1} seconds`);
    expect(await code()).toBe('opened');
  });
});

describe('the same message twice', () => {
  const key = 'the-same-key';

  test('while it is answered: in progress, and stored once', async () => {
    await opened({ key });
    expect(await code({ key })).toBe('in_progress');
    expect(await messages()).toHaveLength(1);
  });

  test('after it was answered: the same turn again, whatever the limits say', async () => {
    const first = await closed({ key });
    for (let turn = 1; turn < LIMITS.turnsPerWindow; turn += 1) await closed();
    expect(await open({ key })).toMatchObject({ kind: 'replay', turn: first });
  });

  test('after its process died: answered again from the stored message, not stored again', async () => {
    const first = await opened({ key });
    await moveClock(`${LEASE_MS / 1_000 + 1} seconds`);
    expect(await open({ key })).toMatchObject({ kind: 'opened', turn: first });
    expect(await code({ key })).toBe('in_progress');
    expect(await messages()).toHaveLength(1);
  });

  test('with other words: a conflict, running or answered', async () => {
    await opened({ key });
    expect(await code({ key, text: 'other words' })).toBe('idempotency_conflict');
    await closed({ key: 'another-key' });
    expect(await code({ key: 'another-key', text: 'other words' })).toBe('idempotency_conflict');
  });

  test('sent by two tabs at the same moment: one is answered', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, () => code({ key })));
    expect(codes.toSorted()).toEqual([...Array.from({ length: 7 }, () => 'in_progress'), 'opened']);
  });

  test('of another person under the same key: theirs', async () => {
    await opened({ key });
    expect(await code({ key, as: await makePerson() })).toBe('opened');
  });
});

describe('the kill switch', () => {
  test.each([
    ['everyone', () => pause('global')],
    ['this customer', () => pause('tenant', person.viewer.homeTenantId)],
    ['this model', () => pause('model', MODEL)],
  ])('holds for %s at once, and stores nothing', async (_name, flip) => {
    await flip();
    expect(await code()).toBe('paused');
    expect(await messages()).toEqual([]);
    await resume();
    expect(await code()).toBe('opened');
  });

  test('for someone else does not hold here', async () => {
    await pause('tenant', newId());
    await pause('model', 'another-model');
    await pause('tool', 'get_balance');
    expect(await code()).toBe('opened');
  });

  test('that cannot be read is on', async () => {
    await behindTheWalls('REVOKE SELECT ON flag FROM cs_app');
    try {
      expect(await code()).toBe('paused');
    } finally {
      await behindTheWalls('GRANT SELECT ON flag TO cs_app');
    }
  });
});

describe('who asks', () => {
  test('a session of an older version, another role, another tenant or an unknown person is no session', async () => {
    const other = await makePerson();
    for (const session of [
      { sessionVersion: 2 },
      { role: 'admin' },
      { tenantId: other.viewer.homeTenantId },
      { personId: newId() },
    ]) {
      expect(await code({ session })).toBe('no_session');
    }
    expect(await messages()).toEqual([]);
  });

  test('a session that was signed out is no session', async () => {
    const sessionId = newId();
    const { personId, homeTenantId: tenantId } = person.viewer;
    await withViewer(person.viewer, (tx) =>
      tx.endedSession.createMany({
        data: [{ sessionId, personId, tenantId, expiresAt: new Date(Date.now() + 60_000) }],
      }),
    );
    expect(await code({ session: { sessionId } })).toBe('no_session');
    expect(await code()).toBe('opened');
  });
});

describe('where a message goes', () => {
  const theirs = async () => {
    const owner = await makePerson();
    const turn = await closed({ as: owner });
    return turn;
  };

  test('nowhere, when the conversation is unknown, someone else’s or expired: one answer for all', async () => {
    const expired = await closed();
    const refusals = [
      await code({ conversationId: newId(), sequence: 3 }),
      await code({ conversationId: (await theirs()).conversationId, sequence: 3 }),
    ];
    await moveClock('91 days');
    refusals.push(await code({ conversationId: expired.conversationId, sequence: 3 }));
    expect(refusals).toEqual(['not_found', 'not_found', 'not_found']);
    expect(await messages()).toHaveLength(1);
  });

  test('nowhere, when it would replace a message of someone else, of another conversation or of the assistant', async () => {
    const own = await closed();
    const elsewhere = await closed();
    const foreign = await theirs();
    const ask = (replaces: string) => code({ conversationId: own.conversationId, sequence: 3, replaces });
    expect(await ask(foreign.userMessageId)).toBe('not_found');
    expect(await ask(elsewhere.userMessageId)).toBe('not_found');
    expect(await ask(own.answerMessageId)).toBe('not_found');
    expect(await ask(own.userMessageId)).toBe('opened');
  });

  test('under its own number: of two that race for one, the other is told to look again', async () => {
    const { conversationId } = await closed();
    const kinds = await Promise.all([
      code({ conversationId, sequence: 3 }),
      code({ conversationId, sequence: 3 }),
    ]);
    expect(kinds.toSorted()).toEqual(['opened', 'stale']);
    expect(await code({ conversationId, sequence: 5 })).toBe('opened');
    expect((await messages()).map((row) => row.sequence)).toEqual([1, 3, 5]);
  });

  test('a conversation that was kept is not made temporary by a later message', async () => {
    const { conversationId } = await closed();
    expect(await code({ conversationId, sequence: 3, temporary: true })).toBe('malformed');
  });

  test('every message moves the expiry: ninety days, or an hour for a temporary chat', async () => {
    const kept = await closed();
    const temporary = await closed({ temporary: true });
    const expiry = async (id: string) =>
      (
        await behindTheWalls<{ s: number }>(
          `SELECT round(extract(epoch FROM expires_at - cs.now()))::int AS s FROM conversation WHERE id = $1`,
          [id],
        )
      )[0]?.s;
    expect(await expiry(kept.conversationId)).toBeCloseTo(90 * 86_400, -1);
    expect(await expiry(temporary.conversationId)).toBeCloseTo(3_600, -1);
    await moveClock('50 minutes');
    await closed({ conversationId: temporary.conversationId, sequence: 3 });
    expect(await expiry(temporary.conversationId)).toBeCloseTo(3_600, -1);
  });
});

describe('what a turn used', () => {
  test('is booked once, and never for a turn that the sweeper closed', async () => {
    const { viewer } = person;
    const turn = await opened();
    const settle = () =>
      withViewer(viewer, (tx) =>
        settleTurn(viewer, tx, {
          turnId: turn.turnId,
          finish: 'stop',
          model: MODEL,
          inputTokens: 10,
          outputTokens: 5,
          costMicroUsd: 7,
          reservedMicroUsd: RESERVED,
          estimated: true,
          priceVersion: 'r',
        }),
      );
    expect([await settle(), await settle()]).toEqual([true, false]);
    const booked = await behindTheWalls(
      'SELECT input_tokens, output_tokens, cost_micro_usd, estimated FROM usage_entry WHERE turn_id = $1',
      [turn.turnId],
    );
    expect(booked).toEqual([{ input_tokens: 10, output_tokens: 5, cost_micro_usd: '7', estimated: true }]);
  });

  test('is not booked on someone else’s turn', async () => {
    const other = await makePerson();
    const turn = await opened({ as: other });
    const done = await withViewer(person.viewer, (tx) =>
      settleTurn(person.viewer, tx, {
        turnId: turn.turnId,
        finish: 'stop',
        model: MODEL,
        inputTokens: 0,
        outputTokens: 0,
        costMicroUsd: 0,
        reservedMicroUsd: RESERVED,
        estimated: false,
        priceVersion: 'r',
      }),
    );
    expect(done).toBe(false);
  });
});
