import { unzipSync, strFromU8 } from 'fflate';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { proposeBy, REFUND_DUPLICATE } from '#e2e/fixtures/approvals.ts';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import { codeOf } from '#e2e/fixtures/decisions.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { startProviderInUse } from '#e2e/fixtures/provider-in-use.ts';
import { putOnHold } from '#e2e/fixtures/put-on-hold.ts';
import { giveFactor } from '#e2e/fixtures/second-factor.ts';
import { storeTurn } from '#e2e/fixtures/store-turn.ts';
import { openCase } from '#lib/commands/open-case.ts';
import { openHandover } from '#lib/commands/open-handover.ts';
import { exportFileSchema } from '#lib/contract/export-file.ts';
import { closeDatabases, withViewer } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { startWorker } from '#lib/operations/jobs/start-worker.ts';
import { saveFeedback } from '#lib/stages/history/feedback/save-feedback.ts';
import { closeThrottle } from '#lib/stages/identity/throttle.ts';
import { TASKS } from '#lib/tasks.ts';
import { erase } from '../erase/erase.ts';
import { buildExport } from './build-export.ts';
import { downloadExport } from './download-export.ts';
import { readExport } from './read-export.ts';
import { requestExport } from './request-export.ts';
import { sweepExports } from './sweep-exports.ts';

let provider: Awaited<ReturnType<typeof startProviderInUse>> | undefined;
afterEach(async () => {
  await moveClock('0');
  await provider?.close();
  provider = undefined;
});
afterAll(async () => {
  await closeThrottle();
  await closeDatabases();
});

const requestId = newId();
const ask = async ({ viewer }: Person) => (await requestExport(viewer, { requestId })).exportId;
const status = ({ viewer }: Person, id: string) => withViewer(viewer, (tx) => readExport(viewer, tx, id));

async function fetchFile({ viewer }: Person, id: string): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await downloadExport(viewer, { id, requestId })).pieces) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The file's texts by name, and its JSON by its own schema. */
async function openFile(person: Person, id: string) {
  const files = Object.entries(unzipSync(await fetchFile(person, id)));
  const texts = new Map(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
  return { texts, json: exportFileSchema.parse(JSON.parse(texts.get('export.json') ?? '')) };
}

const left = (id: string) =>
  behindTheWalls(
    `SELECT 'chunk' AS what FROM export_chunk WHERE export_id = $1 UNION ALL SELECT 'key' FROM data_key WHERE scope_id = $1 AND wrapped IS NOT NULL`,
    [id],
  );

// Much is stored, and a factor is set up.
vi.setConfig({ testTimeout: 120_000 });

describe('a copy of one’s data', () => {
  test('holds everything about its person on every surface, marked with who wrote it, and nothing of anyone else', async () => {
    provider = await startProviderInUse();
    const [person, other] = [
      await makePerson({ spec: 'northwind' }),
      await makePerson({ spec: 'northwind' }),
    ];
    await storeTurn(other, { text: 'Secret of another' });
    await proposeBy(provider, person, REFUND_DUPLICATE);
    const first = await storeTurn(person, { text: 'What do I <owe>?' });
    await storeTurn(person, {
      text: 'What do I owe now?',
      conversationId: first.conversationId,
      replaces: first.userMessageId,
    });
    await storeTurn(person, { text: 'Leave no trace', temporary: true });
    const { caseId } = await openHandover(
      person.viewer,
      { conversationId: first.conversationId, summary: 'Please call me' },
      newId(),
    );
    const agent = await makePerson({ role: 'agent' });
    await openCase(agent.viewer, { id: caseId });
    const liked = { messageId: first.answerMessageId, verdict: 'down', words: 'Not what I asked' } as const;
    await withViewer(person.viewer, (tx) => saveFeedback(person.viewer, tx, liked));
    await giveFactor(person);

    const id = await ask(person);
    expect(await buildExport(id)).toBe('ready');
    expect(await status(person, id)).toMatchObject({ status: 'ready', progress: 100 });
    const { texts, json } = await openFile(person, id);

    expect(json.profile).toMatchObject({
      personId: person.viewer.personId,
      email: person.email,
      role: 'owner',
    });
    expect(json.conversations).toHaveLength(2);
    const messages =
      json.conversations.find(({ id: found }) => found === first.conversationId)?.messages ?? [];
    expect(messages.map(({ text }) => text)).toEqual([
      'What do I <owe>?',
      'Answer to: What do I <owe>?',
      'What do I owe now?',
      'Answer to: What do I owe now?',
    ]);
    expect(messages[1]?.feedback).toMatchObject({ verdict: 'down', words: 'Not what I asked' });
    expect(messages[0]?.generated_by).toEqual({ kind: 'person' });
    expect(messages[1]?.generated_by).toEqual({ kind: 'model', model: 'a-model', promptVersion: 'p' });
    expect(
      json.conversations.flatMap(({ messages: all }) => all.flatMap(({ tools }) => tools)).length,
    ).toBeGreaterThan(1);
    // What was sent to the model, word for word; nothing for answers that were stored without one.
    const sent = json.conversations.flatMap(({ messages: all }) => all.flatMap((message) => message.sent));
    expect(sent.map(({ body }) => body)).toEqual(provider.received.map(({ raw }) => raw));
    expect(sent.length).toBeGreaterThan(1);
    expect(json.changes).toMatchObject([
      {
        tool: 'refund',
        part: 'asked',
        state: 'pending',
        reason: { text: 'It was billed twice', generated_by: { kind: 'model' } },
      },
    ]);
    expect(json.cases).toMatchObject([
      { kind: 'handover', texts: [{ text: 'Please call me', generated_by: { kind: 'person' } }] },
    ]);
    expect(json.signIn.secondFactor).toMatchObject({ state: 'confirmed', recoveryCodesLeft: 10 });
    expect(json.usage.length).toBeGreaterThanOrEqual(4);
    const asked = json.turns.filter(({ conversationId }) => conversationId === first.conversationId);
    expect(asked).toMatchObject([
      { id: first.turnId, state: 'closed', finish: 'stop', model: 'a-model', promptVersion: 'p' },
      { state: 'closed' },
    ]);
    // All but that of the temporary conversation.
    expect(json.turns).toHaveLength(json.usage.length - 1);
    expect(json.audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'turn.opened',
        'approval.proposed',
        'handover.opened',
        'privacy.export_requested',
      ]),
    );

    expect(json.audit.find(({ action }) => action === 'staff.opened')).toMatchObject({
      by: 'agent',
      subjectId: caseId,
    });

    const all = [...texts.values()].join('\n');
    expect(all).not.toContain(agent.viewer.personId);
    expect(all).not.toContain('Secret of another');
    expect(all).not.toContain('Leave no trace');
    expect(all).not.toContain(other.viewer.personId);
    expect([...texts.keys()]).toEqual([
      'index.html',
      'export.json',
      'conversations/0001.html',
      'conversations/0002.html',
    ]);
    expect(texts.get('conversations/0002.html')).toContain('What do I &lt;owe&gt;?');
    expect(texts.get('conversations/0002.html')).toContain('data-generated-by="model"');
    expect(all).not.toMatch(/<script|<img|\son\w+=|otpauth:|\$argon2/);
  });

  test('is fetched once, by its person alone, and is gone then', async () => {
    const [person, other] = [await makePerson(), await makePerson()];
    const id = await ask(person);
    expect(await codeOf(fetchFile(person, id))).toBe('not_found');
    await buildExport(id);
    for (const foreign of [id, newId(), 'x'])
      expect(await codeOf(fetchFile(other, foreign))).toBe('not_found');
    const fetched = await Promise.all([1, 2, 3, 4].map(() => codeOf(fetchFile(person, id))));
    expect(fetched.toSorted()).toEqual(['done', 'not_found', 'not_found', 'not_found']);
    expect(await left(id)).toEqual([]);
    expect(await status(person, id)).toMatchObject({ status: 'downloaded' });
  });

  test('is sealed where it waits, piece by piece, each in its place', async () => {
    const person = await makePerson();
    await storeTurn(person, { text: 'My secret words '.repeat(200) });
    const id = await ask(person);
    await buildExport(id);
    const [chunk] = await behindTheWalls<{ body: Buffer }>(
      'SELECT body FROM export_chunk WHERE export_id = $1',
      [id],
    );
    expect(chunk?.body.toString('latin1')).not.toContain('secret');
    expect(chunk?.body.toString('latin1')).not.toContain('PK');
    await behindTheWalls(
      'UPDATE export_chunk SET body = set_byte(body, 100, get_byte(body, 100) # 1) WHERE export_id = $1',
      [id],
    );
    await expect(fetchFile(person, id)).rejects.toThrow('cannot be decrypted');
    expect(await left(id)).toEqual([]);
  });

  test('leaves nothing behind that was fetched by a process that died since', async () => {
    const person = await makePerson();
    const id = await ask(person);
    await buildExport(id);
    await behindTheWalls(
      `UPDATE data_export SET state = 'downloaded', downloaded_at = cs.now() - interval '61 minutes' WHERE id = $1`,
      [id],
    );
    await behindTheWalls('UPDATE data_key SET wrapped = NULL, destroyed_at = cs.now() WHERE scope_id = $1', [
      id,
    ]);
    await sweepExports();
    expect(await left(id)).toEqual([]);
  });

  test('says what is kept for a legal hold, and that there is one, but never why or by whom', async () => {
    const person = await makePerson();
    const { homeTenantId, personId } = person.viewer;
    await putOnHold(person.viewer);
    const held = [newId(), homeTenantId, personId];
    await behindTheWalls(
      `INSERT INTO audit_held (id, at, tenant_id, person_id, role, action, outcome) VALUES ($1, cs.now() - interval '400 days', $2, $3, 'owner', 'turn.closed', 'allowed')`,
      held,
    );
    await behindTheWalls(
      `INSERT INTO usage_held (id, at, tenant_id, person_id, turn_id, model, input_tokens, output_tokens, cost_micro_usd, estimated, price_version)
       VALUES ($1, cs.now() - interval '800 days', $2, $3, $1, 'an-old-model', 1, 2, 3, false, 'p')`,
      held,
    );
    const id = await ask(person);
    await buildExport(id);
    const { json } = await openFile(person, id);
    expect(json.legalHolds).toEqual([{ scope: 'account', since: expect.any(String), endedAt: null }]);
    expect(json.usage).toMatchObject([{ model: 'an-old-model', costMicroUsd: 3 }]);
    expect(json.audit[0]).toMatchObject({ action: 'turn.closed', by: 'you' });
    await behindTheWalls('DELETE FROM legal_hold WHERE person_id = $1', [personId]);
  });

  test('that nobody fetched for a week has run out, whoever asks', async () => {
    const person = await makePerson();
    const id = await ask(person);
    await buildExport(id);
    await moveClock('7 days 1 minute');
    expect(await codeOf(fetchFile(person, id))).toBe('not_found');
    expect(await codeOf(status(person, id))).toBe('not_found');
  });

  test('is made one at a time, whoever asks how often, and five times a day', async () => {
    const person = await makePerson();
    const asked = await Promise.all([1, 2, 3, 4, 5].map(() => ask(person)));
    expect(new Set(asked).size).toBe(1);
    for (let day = 1; day < 5; day += 1) await buildExport(await ask(person)).then(() => undefined);
    await buildExport(await ask(person));
    expect(await codeOf(ask(person))).toBe('rate_limited');
    await moveClock('25 hours');
    expect(await codeOf(ask(person))).toBe('done');
  });

  test('is fetched also by someone who is on legal hold, and its key goes', async () => {
    const person = await makePerson();
    await putOnHold(person.viewer);
    const id = await ask(person);
    await buildExport(id);
    expect(await codeOf(fetchFile(person, id))).toBe('done');
    expect(await left(id)).toEqual([]);
  });

  test('is made in the background by the worker, from the very transaction that asked for it', async () => {
    const person = await makePerson();
    const { stop } = await startWorker(TASKS);
    const id = await ask(person);
    await expect.poll(() => status(person, id), { timeout: 300_000 }).toMatchObject({ status: 'ready' });
    await stop();
    await behindTheWalls('DELETE FROM graphile_worker._private_jobs');
    await behindTheWalls('DELETE FROM worker_heartbeat');
  });
});

describe('a copy whose builder died', () => {
  test('is begun anew when its lease has run out, and nothing of the first attempt is in it', async () => {
    const person = await makePerson();
    await storeTurn(person, { text: 'Kept' });
    const id = await ask(person);
    await buildExport(id);
    await behindTheWalls(
      `UPDATE data_export SET state = 'building', lease_until = cs.now() + interval '1 minute', finished_at = NULL WHERE id = $1`,
      [id],
    );
    expect(await buildExport(id)).toBe('not_mine');
    await moveClock('3 minutes');
    expect(await buildExport(id)).toBe('ready');
    expect((await openFile(person, id)).json.conversations).toHaveLength(1);
  });

  test('three times is given up, and says so', async () => {
    const person = await makePerson();
    const id = await ask(person);
    await behindTheWalls(`UPDATE data_export SET attempt = 3 WHERE id = $1`, [id]);
    expect(await buildExport(id)).toBe('not_mine');
    expect(await status(person, id)).toMatchObject({ status: 'failed' });
    expect(await left(id)).toEqual([]);
  });
});

test('a copy of an account that is erased meanwhile ends, and nothing of it is left', async () => {
  const person = await makePerson();
  const waiting = await ask(person);
  const { viewer, email } = person;
  const request = { scope: 'account', confirm: email } as const;
  await erase(viewer, {
    request,
    email,
    signedInAtS: Math.floor(Date.now() / 1000),
    address: '127.0.0.6',
    requestId,
  });
  expect(await buildExport(waiting)).toBe('not_mine');
  expect(await left(waiting)).toEqual([]);
  expect(await codeOf(ask(person))).not.toBe('done');
});
