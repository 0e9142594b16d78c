import type { Agent } from 'node:http';
import { newId } from '#lib/kernel/ids.ts';
import { startDemoModelProcess } from '#scripts/start/demo-model-process.ts';
import { withClient } from '#scripts/database/connect.ts';
import { makePerson, type MadePerson } from '#scripts/test/make-person.ts';
import { startApp } from '#scripts/test/start-app.ts';
import { type BenchReport, type BenchRow, machine, quantile } from '../report.ts';
import { call, connections, perSecond } from './call.ts';
import { measureAdmission } from './measure-admission.ts';

/** A question that is answered in words, without a look-up: what is measured is the way, not what the model does. */
const TEXT = 'Thank you!';
const WARM_UP = 60;
const SINGLE = 200;
const CALLERS = 16;
const MANY = 1_200;
const BARE = 4_000;
/** Each person has ten turns a minute. */
const TURNS_EACH = 9;
/** A name that the table of prices has. */
const PRICED = 'gpt-4.1-mini';
const ADDED_MS = 10;
const TURNS_A_SECOND = 100;
const SHARE = 1 / 6;

/**
 * Whole turns over HTTP against the built app with its own demo model: session, limits, money, guards, history, encryption and audit on,
 * PostgreSQL as durable and as tidy as in production. The model is called by a name that has a price, so that money is reserved and booked.
 */
export async function measureGateway(): Promise<BenchReport> {
  const model = await startDemoModelProcess({ DEMO_MODEL_PACE_MS: '0', DEMO_MODEL_NAME: PRICED });
  const priced = { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'none-needed', OPENAI_MODEL: PRICED };
  const redisUrl = process.env.TEST_REDIS_URL || process.env.REDIS_URL || '';
  const app = await startApp({ env: { ...priced, LOG_LEVEL: 'error' } });
  try {
    Object.assign(process.env, app.settings);
    const adminUrl = new URL(`/${app.databaseName}`, app.adminUrl).href;
    await makeLasting(adminUrl);
    const people = await manyPeople(Math.ceil((WARM_UP + SINGLE + MANY) / TURNS_EACH));
    await tidy(adminUrl);
    const turn = nextTurn(app.url, people);
    const rows = [...(await timeToFirst(turn, model.url)), ...(await throughput(turn, app.url))];
    const fresh = await manyPeople(SINGLE);
    await tidy(adminUrl);
    return {
      name: 'gateway',
      machine: machine(),
      rows: [...rows, ...(await measureAdmission(fresh, redisUrl))],
    };
  } finally {
    const { closeDatabases } = await import('#lib/kernel/db.ts');
    await closeDatabases();
    await app.stop();
    await model.child.stop(1_000);
  }
}

/** What test clusters do without, being thrown away: they answer before they have written, and nobody tidies them. */
const LASTING = ['fsync', 'synchronous_commit', 'autovacuum'] as const;

/** Makes this cluster, which ends with the bench, one that is meant to last, with a clock that nobody moves. Throws where it stays as it was. */
async function makeLasting(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(
      'CREATE OR REPLACE FUNCTION cs.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT now() $$',
    );
    for (const setting of LASTING) await client.query(`ALTER SYSTEM SET ${setting} = on`);
    await client.query('SELECT pg_reload_conf()');
  });
  for (const setting of LASTING) await expectOn(adminUrl, setting);
}

/** Does at once what autovacuum does within a minute: the server plans by what its tables hold. */
async function tidy(adminUrl: string): Promise<void> {
  await withClient(adminUrl, (client) => client.query('VACUUM ANALYZE'));
}

/** The postmaster reads its settings anew in its own time. */
async function expectOn(adminUrl: string, setting: (typeof LASTING)[number]): Promise<void> {
  for (let tries = 0; tries < 50; tries += 1) {
    const isOn = await withClient(adminUrl, async (client) => {
      const { rows } = await client.query<{ on: boolean }>('SELECT current_setting($1) = $2 AS on', [
        setting,
        'on',
      ]);
      return rows[0]?.on ?? false;
    });
    if (isOn) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${setting} stays off: figures would be of a database that does not write`);
}

async function manyPeople(count: number): Promise<MadePerson[]> {
  const people: MadePerson[] = [];
  while (people.length < count) people.push(await makePerson());
  return people;
}

type Turn = (agent: Agent) => Promise<{ firstMs: number }>;

/** Sends the next message of the next person, in a new conversation, and reads the answer to its end. */
function nextTurn(url: string, people: readonly MadePerson[]): Turn {
  let sent = 0;
  return async (agent) => {
    const person = people[sent++ % people.length];
    const headers = {
      'content-type': 'application/json',
      origin: url,
      cookie: person?.cookie ?? '',
    };
    const body = JSON.stringify({ text: TEXT, idempotencyKey: newId() });
    const answer = await call(agent, `${url}/api/chat`, {
      method: 'POST',
      headers,
      body,
      until: /event: text\n/,
    });
    if (answer.status !== 200 || Number.isNaN(answer.firstMs))
      throw new Error(`A turn was not answered: ${answer.status}`);
    return answer;
  };
}

/** One connection: how much later the first word comes than straight from the model. Taken in turns, so that both meet the same machine. */
async function timeToFirst(turn: Turn, modelUrl: string): Promise<BenchRow[]> {
  const agent = connections(1);
  const direct = async () => {
    const body = JSON.stringify({
      model: PRICED,
      stream: true,
      messages: [
        { role: 'system', content: 'You are a billing assistant.' },
        { role: 'user', content: TEXT },
      ],
    });
    const headers = { 'content-type': 'application/json', authorization: 'Bearer none' };
    return call(agent, `${modelUrl}/chat/completions`, {
      method: 'POST',
      headers,
      body,
      until: /"content":"[^"]/,
    });
  };
  for (let once = 0; once < WARM_UP; once += 1) {
    await turn(agent);
    await direct();
  }
  const [through, straight]: [number[], number[]] = [[], []];
  for (let once = 0; once < SINGLE; once += 1) {
    straight.push((await direct()).firstMs);
    through.push((await turn(agent)).firstMs);
  }
  agent.destroy();
  const [value, baseline] = [quantile(through, 0.5), quantile(straight, 0.5)];
  const added = value - baseline;
  const row: BenchRow = {
    id: 'turn.added_to_first_byte.p50',
    unit: 'ms',
    value: added,
    baseline,
    ratio: added / baseline,
    target: `≤ ${ADDED_MS} ms beside the demo model alone`,
    met: added <= ADDED_MS,
  };
  return [row];
}

/** So many connections at once: completed turns a second, beside a route of the same app that only answers. */
async function throughput(turn: Turn, appUrl: string): Promise<BenchRow[]> {
  const agent = connections(CALLERS);
  const bare = async () => {
    await call(agent, `${appUrl}/api/health`, { method: 'GET', until: /ok/ });
  };
  await perSecond(CALLERS, BARE / 4, bare);
  const before = await perSecond(CALLERS, BARE, bare);
  const value = await perSecond(CALLERS, MANY, async () => void (await turn(agent)));
  const after = await perSecond(CALLERS, BARE, bare);
  agent.destroy();
  const baseline = (before + after) / 2;
  const ratio = value / baseline;
  const common = { unit: 'turns/s', value, baseline, ratio };
  return [
    { id: 'turns_a_second.16', ...common, target: `≥ ${TURNS_A_SECOND}`, met: value >= TURNS_A_SECOND },
    {
      id: 'turns_a_second.16.share',
      ...common,
      target: '≥ 1/6 of a bare route (requests/s)',
      met: ratio >= SHARE,
    },
  ];
}
