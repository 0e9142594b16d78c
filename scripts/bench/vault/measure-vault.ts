import { progressBar } from '#scripts/liveness/progress-bar.ts';
import { type BenchWorld, inBenchWorld } from '../bench-world.ts';
import { type BenchReport, type BenchRow, machine } from '../report.ts';
import { storeMessages } from '../stored-messages.ts';
import { measureEnvelopes } from './measure-envelopes.ts';
import { measureOpening } from './measure-opening.ts';
import { measureRewrapping } from './measure-rewrapping.ts';
import type { VaultStore } from './vault-store.ts';

/** Every figure of the vault, each from a store that is there already. A new one is added here. */
const FIGURES: readonly ((store: VaultStore) => Promise<readonly BenchRow[]>)[] = [
  measureEnvelopes,
  measureOpening,
  measureRewrapping,
];
const PEOPLE = 50;
/** Messages of a long conversation, and how many conversations of one message stand beside: keys to be wrapped again. */
const LONG = 200;
const SHORT_SHARE = 0.02;
/** Conversations that are really sealed, and opened by the measurement. */
const OPENED = 60;
/** What stands beside an answer: about what a look-up of an invoice leaves. */
const TRACE = JSON.stringify({
  stages: ['input-guard', 'model', 'tools', 'output-guard'].map((stage) => ({ stage, verdict: 'pass' })),
  tools: [],
  approvals: [],
  claims: [],
  suggestions: [],
});

/**
 * The figures of the vault with this many messages stored.
 * @param messages 1,000,000 for the published figures
 */
export function measureVault({ messages }: { messages: number }): Promise<BenchReport> {
  return inBenchWorld(PEOPLE, async (world) => {
    const store = await storeAll(world, messages);
    const rows: BenchRow[] = [];
    for (const figure of FIGURES) rows.push(...(await figure(store)));
    return { name: 'vault', machine: machine(), rows };
  });
}

async function storeAll(world: BenchWorld, messages: number): Promise<VaultStore> {
  const bar = progressBar(messages, 'messages stored');
  const { adminUrl, viewers } = world;
  const short = Math.round(messages * SHORT_SHARE);
  const long = Math.round((messages - short) / LONG);
  let done = 0;
  const onProgress = (stored: number) => {
    bar.advance(stored - done);
    done = stored;
  };
  const opens = (conversation: number) => conversation < OPENED;
  const conversations = await storeMessages(adminUrl, {
    ...{ viewers, conversations: long, messagesEach: LONG, trace: TRACE, opens, onProgress },
  });
  done = 0;
  await storeMessages(adminUrl, {
    viewers,
    conversations: short,
    messagesEach: 1,
    opens: () => false,
    onProgress,
  });
  bar.end();
  return { world, messagesEach: LONG, opened: conversations.slice(0, OPENED), keys: long + short };
}
