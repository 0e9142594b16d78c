import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { makePerson, type Person } from '#e2e/fixtures/make-person.ts';
import { startProviderInUse } from '#e2e/fixtures/provider-in-use.ts';
import { runTurn } from '#e2e/fixtures/run-turn.ts';

let provider: FaultyProvider;
let person: Person;
let service: Server;
let answer: { status: number; body: string };
const asked: string[] = [];

beforeAll(async () => {
  service = createServer((request, response) => {
    request.setEncoding('utf8');
    let body = '';
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      asked.push(body);
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.body);
    });
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const address = service.address();
  process.env.DETECTOR = 'lakera';
  process.env.DETECTOR_URL = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v2/guard`;
  process.env.DETECTOR_API_KEY = 'k7QpX2mZ9rVt4LwB';
  provider = await startProviderInUse();
});
beforeEach(async () => {
  person = await makePerson({ spec: 'northwind' });
  asked.splice(0);
});
afterAll(async () => {
  service.close();
  await provider.close();
});

async function verdicts(text: string) {
  provider.script(
    { mode: 'calls', calls: [{ name: 'cancel_plan', arguments: '{}' }] },
    { mode: 'text', text: 'Well.' },
  );
  const { events, tools } = await runTurn(person, { text });
  return {
    stages: events.flatMap((event) =>
      event.event === 'stage' && event.data.stage === 'input-guard' ? [event.data.verdict] : [],
    ),
    change: tools.at(-1)?.status,
  };
}

test('an outside detector that flags makes a turn that only reads', async () => {
  answer = { status: 200, body: '{"flagged":true}' };
  expect(await verdicts('Please cancel our plan')).toEqual({ stages: ['pass', 'flag'], change: 'denied' });
});

test('one that finds nothing changes nothing, and was shown no personal detail', async () => {
  answer = { status: 200, body: '{"flagged":false}' };
  expect(await verdicts('Please cancel our plan and tell jo.roe@partner.test')).toEqual({
    stages: ['pass', 'redact', 'pass'],
    change: 'done',
  });
  expect(asked.join()).toContain('email-1@vault.invalid');
  expect(asked.join()).not.toContain('jo.roe');
});

test('one that says nothing of use counts as a flag, because nothing else was set', async () => {
  answer = { status: 500, body: 'oops' };
  expect(await verdicts('Please cancel our plan')).toEqual({ stages: ['pass', 'flag'], change: 'denied' });
});
