import 'server-only';
import { fault } from '#faults';
import { keyedHash } from '#lib/kernel/cipher/keyed-hash.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { HandleBook, HandleKind, Viewer } from '#lib/kernel/ports.ts';

type Row = { handle: string; kind: string; objectId: string; label: string };
export type OpenHandleBook = HandleBook & { readonly minted: readonly Row[] };

const PREFIX = { invoice: 'inv', line: 'line', payment: 'pay' } as const satisfies Record<HandleKind, string>;
/** No letters that are read as digits: a handle may be read aloud. 8 of 30 symbols: 39 bits, within one conversation. */
const SYMBOLS = 'abcdefghijkmnpqrstuvwxyz234567';
const SYMBOL_COUNT = 8;

/** The handles of one of the viewer's conversations. New ones are kept in `minted` until `saveHandles`. */
export async function loadHandles(_viewer: Viewer, tx: Tx, conversationId: string): Promise<OpenHandleBook> {
  const rows: Row[] = await tx.handle.findMany({
    where: fault('handles-shared') ? {} : { conversationId },
    select: { handle: true, kind: true, objectId: true, label: true },
  });
  const byHandle = new Map(rows.map((row) => [row.handle, row]));
  const byObject = new Map(rows.map((row) => [`${row.kind}:${row.objectId}`, row]));
  const minted: Row[] = [];
  return {
    minted,
    mint(kind, objectId, label) {
      const known = byObject.get(`${kind}:${objectId}`);
      if (known) return known.handle;
      const row = { handle: handleOf(conversationId, kind, objectId), kind, objectId, label };
      minted.push(row);
      byHandle.set(row.handle, row);
      byObject.set(`${kind}:${objectId}`, row);
      return row.handle;
    },
    resolve(kind, handle) {
      const row = byHandle.get(handle);
      return row?.kind === kind ? { objectId: row.objectId, label: row.label } : null;
    },
  };
}

/** Stores what was minted. Two turns of one conversation may mint the same object, and mint the same handle. */
export async function saveHandles(
  viewer: Viewer,
  tx: Tx,
  conversationId: string,
  minted: readonly Row[],
): Promise<void> {
  if (minted.length === 0) return;
  await tx.handle.createMany({
    data: minted.map((row) => ({
      ...row,
      conversationId,
      tenantId: viewer.homeTenantId,
      personId: viewer.personId,
    })),
    skipDuplicates: true,
  });
}

/**
 * Follows from the conversation and the object under a key of ours: two turns at once name an object alike, and a name says
 * nothing about the object or about its name in another conversation.
 */
function handleOf(conversationId: string, kind: HandleKind, objectId: string): string {
  const bytes = keyedHash('handle', `${conversationId}:${kind}:${objectId}`).subarray(0, SYMBOL_COUNT);
  return `${PREFIX[kind]}_${Array.from(bytes, (byte) => SYMBOLS[byte % SYMBOLS.length]).join('')}`;
}
