import { startFaultyProvider } from '#e2e/fixtures/faulty-provider.ts';
import { purgeCategory } from '#lib/operations/retention/purge-category.ts';
import { startKillSwitch } from '#lib/stages/admission/kill-switch.ts';
import { withClient } from '#scripts/database/connect.ts';
import { makePerson } from '#scripts/test/make-person.ts';
import { type ChatLoad, openChats } from './chat-load.ts';
import type { BenchRow } from '#scripts/bench/report.ts';
import { storeMessages } from '#scripts/bench/stored-messages.ts';

/** What is stored: a million messages, of which retention removes 400,000 and a plain DELETE as many. */
export type RetentionShape = { readonly messages: number; readonly idleTurns: number };
export const RETENTION_SHAPE: RetentionShape = { messages: 1_000_000, idleTurns: 160 };

const MESSAGES_EACH = 20;
/** Conversations of one plain DELETE: a thousand messages. */
const PLAIN_BATCH = 1_000 / MESSAGES_EACH;
const LEAST_PER_S = 50_000;
const LEAST_RATIO = 0.5;
const MOST_SLOWER = 1.5;

/**
 * How fast the job removes messages, with keys, holds, receipts and audit entries, beside a plain DELETE of as many in batches of a
 * thousand by a superuser; and how long chat turns take meanwhile, in the same process, beside turns while nothing else runs.
 */
export async function measureRetention(
  adminUrl: string,
  { messages, idleTurns }: RetentionShape = RETENTION_SHAPE,
): Promise<BenchRow[]> {
  const provider = await startFaultyProvider();
  Object.assign(process.env, {
    OPENAI_BASE_URL: provider.url,
    OPENAI_API_KEY: 'key-of-a-provider-under-test',
    OPENAI_MODEL: 'model-under-test',
  });
  await startKillSwitch();
  try {
    const { plainTenant } = await store(adminUrl, messages);
    provider.script({ mode: 'text', text: 'Your latest invoice is higher because of one more seat.' });
    const chats = await openChats(idleTurns);
    await chats.run(20);
    const before = await chats.run(idleTurns / 2);
    const { purged, perS, load } = await purgeUnderLoad(chats);
    const after = await chats.run(idleTurns / 2);
    const plainPerS = await plainUnderLoad(chats, adminUrl, plainTenant);
    if (purged !== messages * 0.4) throw new Error(`${purged} messages were removed`);
    return rows({ perS, plainPerS, idle: [...before, ...after], load });
  } finally {
    await provider.close();
  }
}

async function store(adminUrl: string, messages: number): Promise<{ plainTenant: string }> {
  const [due, plain, young] = await Promise.all([makePerson(), makePerson(), makePerson()]);
  const shape = { messagesEach: MESSAGES_EACH, opens: () => false };
  const parts = [
    { viewer: due.viewer, share: 0.4, ageDays: 91 },
    { viewer: plain.viewer, share: 0.4, ageDays: 10 },
    { viewer: young.viewer, share: 0.2, ageDays: 10 },
  ];
  for (const { viewer, share, ageDays } of parts) {
    const conversations = Math.round((messages * share) / MESSAGES_EACH);
    await storeMessages(adminUrl, { ...shape, viewers: [viewer], conversations, ageDays: () => ageDays });
  }
  await withClient(adminUrl, (client) => client.query('VACUUM ANALYZE cs.message'));
  return { plainTenant: plain.viewer.homeTenantId };
}

async function purgeUnderLoad(chats: ChatLoad) {
  const startedMs = performance.now();
  let isDone = false;
  const purging = purgeCategory('conversations', { dryRun: false }).finally(() => (isDone = true));
  const load = await chats.runUntil(() => isDone);
  const { childrenRemoved: purged } = await purging;
  return { purged, perS: (purged / (performance.now() - startedMs)) * 1_000, load };
}

/** Under the same load: what the machine does beside it befalls both. */
async function plainUnderLoad(chats: ChatLoad, adminUrl: string, tenantId: string): Promise<number> {
  let isDone = false;
  const deleting = plainDelete(adminUrl, tenantId).finally(() => (isDone = true));
  await chats.runUntil(() => isDone);
  return deleting;
}

/** Nothing but the rows: no key, no hold, no receipt, no row-level security. */
async function plainDelete(adminUrl: string, tenantId: string): Promise<number> {
  return withClient(adminUrl, async (client) => {
    const { rows: all } = await client.query<{ id: string }>(
      'SELECT id FROM cs.conversation WHERE tenant_id = $1 ORDER BY expires_at',
      [tenantId],
    );
    const startedMs = performance.now();
    let removed = 0;
    for (let first = 0; first < all.length; first += PLAIN_BATCH) {
      const ids = all.slice(first, first + PLAIN_BATCH).map(({ id }) => id);
      const { rowCount } = await client.query('DELETE FROM cs.message WHERE conversation_id = ANY($1)', [
        ids,
      ]);
      removed += rowCount ?? 0;
    }
    return (removed / (performance.now() - startedMs)) * 1_000;
  });
}

type Measured = { perS: number; plainPerS: number; idle: readonly number[]; load: readonly number[] };

function rows({ perS, plainPerS, idle, load }: Measured): BenchRow[] {
  const ratio = perS / plainPerS;
  const [idleP95, loadP95] = [p95(idle), p95(load)];
  const slower = loadP95 / idleP95;
  return [
    {
      id: 'retention.purge',
      unit: 'messages/s',
      value: perS,
      baseline: plainPerS,
      ratio,
      target: `≥ ${LEAST_PER_S} or ratio ≥ ${LEAST_RATIO}`,
      met: perS >= LEAST_PER_S || ratio >= LEAST_RATIO,
    },
    {
      id: 'retention.chat-p95',
      unit: 'ms',
      value: loadP95,
      baseline: idleP95,
      ratio: slower,
      target: `ratio ≤ ${MOST_SLOWER}`,
      met: slower <= MOST_SLOWER,
    },
  ];
}

function p95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}
