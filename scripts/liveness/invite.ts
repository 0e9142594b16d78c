import type { DemoSpecName } from '#lib/billing/tenant-specs.ts';
import { billingReader } from '#lib/billing/reader.ts';
import { currencySchema } from '#lib/contract/money.ts';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { newId } from '#lib/kernel/ids.ts';
import { encodeSession, sessionCookieName } from '#lib/stages/identity/session-token.ts';
import type { Dialogue } from './dialogue-file.ts';
import { openLedger } from './ledger.ts';
import type { Guest } from './run-dialogue.ts';

/** A fresh person of a fresh tenant, with the ledger of the account that the dialogue is held as, signed in. */
export async function invite(as: Dialogue['as'], url: string): Promise<Guest> {
  throw new Error(`${as} ${url} ${withViewer.name}`);
}
