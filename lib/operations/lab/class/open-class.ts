import 'server-only';
import { randomInt } from 'node:crypto';
import { database } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import { CODE_ALPHABET, CODE_LENGTH } from './policy.ts';

export type LabClass = { id: string; code: string; startedAt: Date; isFrozen: boolean };

/** The class that is open, or an empty one that opens now. */
export async function openClass(): Promise<LabClass> {
  const open = await findOpen();
  if (open) return open;
  // Of two that begin one at once the database keeps one.
  await database('app').$executeRaw`
    INSERT INTO lab.class (id, code) VALUES (${newId()}::uuid, ${newCode()})
    ON CONFLICT ((true)) WHERE ended_at IS NULL DO NOTHING`;
  const opened = await findOpen();
  if (!opened) throw new Error('No class is open, and none could be opened.');
  return opened;
}

async function findOpen(): Promise<LabClass | undefined> {
  const [row] = await database('app').$queryRaw<LabClass[]>`
    SELECT id, code, started_at AS "startedAt", frozen_at IS NOT NULL AS "isFrozen" FROM lab.class WHERE ended_at IS NULL`;
  return row;
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}
