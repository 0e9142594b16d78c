import 'server-only';
import { fault } from '#faults';
import { z } from 'zod';
import { addressActionSchema } from '#lib/contract/switches.ts';
import { monotonicMs } from '#lib/kernel/clock.ts';
import { database } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { ADDRESS_RULES_STALE_MS } from '../policy.ts';
import { compileRules, type DoorRules, isLetIn } from './is-let-in.ts';

const rowsSchema = z.array(z.object({ action: addressActionSchema, range: z.string() }));
let known: { readAtMs: number; rules: DoorRules } | null = null;
let reading: Promise<DoorRules> | null = null;

/**
 * Whether a request from this address (null: it can't be told) may go on. Each process remembers the rules for a second and then reads
 * them anew, once for all who wait. Throws `busy` where they can't be read: who may enter is not known then, so nobody does.
 */
export async function mayEnter(address: string | null): Promise<boolean> {
  if (fault('address-rules-ignored')) return true;
  const isFresh = known !== null && monotonicMs() - known.readAtMs <= ADDRESS_RULES_STALE_MS;
  const rules = known && isFresh ? known.rules : await readOnce();
  return isLetIn(rules, address);
}

function readOnce(): Promise<DoorRules> {
  reading ??= read().finally(() => (reading = null));
  return reading;
}

async function read(): Promise<DoorRules> {
  // From before the question: see the kill switch.
  const readAtMs = monotonicMs();
  try {
    const rows = await database('app').$queryRaw`SELECT action, range::text AS range FROM cs.address_rule`;
    const rules = compileRules(rowsSchema.parse(rows));
    known = { readAtMs, rules };
    return rules;
  } catch (error) {
    throw new AppError('busy', { cause: error });
  }
}
