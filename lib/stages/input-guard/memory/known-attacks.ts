import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import { keyedBlocks, type KeyedBlocks } from '#lib/kernel/cipher/keyed-blocks.ts';
import { keyedHash } from '#lib/kernel/cipher/keyed-hash.ts';
import { database } from '#lib/kernel/db.ts';
import { reduceError } from '#lib/kernel/errors.ts';
import { log } from '#lib/kernel/log.ts';
import { MOST_ATTACKS, POLL_MS } from './policy.ts';
import { type AttackMemory, NOTHING, remember } from './remember.ts';

/**
 * Each process keeps what is remembered, and looks every two seconds whether it changed: one small answer while it did not. What
 * can't be read leaves the last reading in force. Nothing is let through by that: the kill switch reads the same database
 * and pauses everything within a second.
 */
const rowsSchema = z.array(z.object({ marks: z.instanceof(Uint8Array) }));
const versionSchema = z.array(z.object({ version: z.string() })).length(1);

let memory: AttackMemory = NOTHING;
let version = '';
let timer: NodeJS.Timeout | null = null;
let keyed: KeyedBlocks | null = null;

/** What messages are compared with now. */
export function knownAttacks(): AttackMemory {
  return fault('attacks-forgotten') ? NOTHING : memory;
}

/** The permutation that marks are made with: its key comes from the session secret, so another secret remembers nothing. */
export function attackKey(): KeyedBlocks {
  keyed ??= keyedBlocks(keyedHash('confirmed-attacks', 'key'));
  return keyed;
}

/** Starts looking; the first call waits for the first reading. Safe to call again. */
export async function startAttackMemory(): Promise<void> {
  if (timer) return;
  timer = setInterval(() => void refreshAttackMemory(), POLL_MS);
  timer.unref();
  await refreshAttackMemory();
}

export function stopAttackMemory(): void {
  if (timer) clearInterval(timer);
  timer = null;
  memory = NOTHING;
  version = '';
}

/** Reads anew if anything was added or removed. */
export async function refreshAttackMemory(): Promise<void> {
  try {
    const [now] = versionSchema.parse(
      await database('app').$queryRaw`
        SELECT coalesce(md5(string_agg(attack_id::text, ',' ORDER BY attack_id)), '') AS version FROM cs.attack_sketch`,
    );
    if (!now || now.version === version) return;
    const rows = rowsSchema.parse(
      await database('app')
        .$queryRaw`SELECT marks FROM cs.attack_sketch ORDER BY attack_id LIMIT ${MOST_ATTACKS}::int`,
    );
    memory = remember(
      rows.map(({ marks }) => marks),
      attackKey(),
    );
    version = now.version;
  } catch (error) {
    log.warn('attack_memory.unread', { errorName: reduceError(error).name });
  }
}
