import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { behindTheWalls } from '#e2e/fixtures/behind-the-walls.ts';
import { moveClock } from '#e2e/fixtures/clock.ts';
import type { FaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { startProviderInUse } from '#e2e/fixtures/provider-in-use.ts';
import { runTurn } from '#e2e/fixtures/run-turn.ts';
import { deleteConversation } from '#lib/commands/delete-conversation.ts';
import { errorBodySchema } from '#lib/contract/errors.ts';
import { sentSchema } from '#lib/contract/sent.ts';
import { newId } from '#lib/kernel/ids.ts';
import { holdSecrets } from '#lib/kernel/secrets/hold-secrets.ts';
import { GET } from './route.ts';

const jar = vi.hoisted(() => ({ cookie: '' }));
// The request's cookies, which outside a running server nobody provides.
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) =>
      jar.cookie.startsWith(`${name}=`) ? { value: jar.cookie.slice(name.length + 1) } : undefined,
  }),
}));

let provider: FaultyProvider;
let person: Person;
beforeAll(async () => {
  provider = await startProviderInUse();
  provider.script({ mode: 'text', text: 'Yes.' });
});
beforeEach(async () => {
  person = await makePerson();
  jar.cookie = person.cookie;
});
afterEach(async () => {
  holdSecrets(undefined);
  await moveClock('0');
});
afterAll(() => provider.close());

async function ask(turnId: string): Promise<{ status: number; body: unknown }> {
  const request = new Request(`http://localhost/api/turns/${turnId}/sent`);
  const response = await GET(request, { params: Promise.resolve({ turnId }) });
  return { status: response.status, body: await response.json() };
}
const codeOf = ({ body }: { body: unknown }) => errorBodySchema.parse(body).error.code;

test('its person gets what was sent; for anybody else, and once it is gone, it is one and the same 404', async () => {
  const turn = await runTurn(person, { text: 'Is all paid?' });
  const { calls } = sentSchema.parse((await ask(turn.turnId)).body);
  expect(calls.map(({ body }) => body)).toEqual([provider.received.at(-1)?.raw]);
  jar.cookie = (await makePerson()).cookie;
  const refused = [await ask(turn.turnId), await ask(newId()), await ask('nope')];
  jar.cookie = person.cookie;
  await moveClock('91 days');
  refused.push(await ask(turn.turnId));
  await moveClock('0');
  await deleteConversation(person.viewer, { id: turn.conversationId });
  refused.push(await ask(turn.turnId));
  expect(refused.map((answer) => [answer.status, codeOf(answer)])).toEqual(
    refused.map(() => [404, 'not_found']),
  );
  jar.cookie = '';
  expect((await ask(turn.turnId)).status).toBe(401);
});

test('what was sent for another answer does not open in the place of this one, and that is written down', async () => {
  const [one, two] = [await runTurn(person, { text: 'First?' }), await runTurn(person, { text: 'Second?' })];
  await behindTheWalls(
    `UPDATE message SET sent = (SELECT sent FROM message WHERE turn_id = $1 AND role = 'assistant') WHERE turn_id = $2 AND role = 'assistant'`,
    [two.turnId, one.turnId],
  );
  expect((await ask(one.turnId)).status).toBe(410);
  const noted = await behindTheWalls(
    `SELECT subject_id FROM audit_entry WHERE person_id = $1 AND action = 'conversation.unreadable'`,
    [person.viewer.personId],
  );
  expect(noted).toEqual([{ subject_id: 'sent' }]);
});

test('once the secrets of a service are too old nobody is let in, and the answer says when to come again', async () => {
  const turn = await runTurn(person, { text: 'Is all paid?' });
  holdSecrets({ version: 7, layers: {}, values: {}, untilMs: 0 });
  const answer = await ask(turn.turnId);
  expect([answer.status, codeOf(answer)]).toEqual([503, 'busy']);
  holdSecrets(undefined);
  expect((await ask(turn.turnId)).status).toBe(200);
});
