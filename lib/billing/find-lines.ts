import 'server-only';
import { z } from 'zod';
import { type LineMatch, lineMatchSchema } from '#lib/contract/cards.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { LineQuery, Viewer } from '#lib/kernel/ports.ts';
import { linesWithRest } from './changes/lines-with-rest.ts';
import { readDuplicatePairs } from './duplicate-pairs.ts';
import { LINE_SELECT, toLine } from './invoice-line.ts';
import { SUMMARY_SELECT, toSummary } from './invoice-summary.ts';
import { readLineFacts } from './line-facts.ts';
import { dayRange } from './list-invoices.ts';
import { MAX_LINE_MATCHES } from './policy.ts';
import { readPlace } from './read-place.ts';
import { requireArea, tenantOf } from './tenant-of.ts';

const MATCH_SELECT = {
  ...LINE_SELECT,
  invoice: { select: SUMMARY_SELECT },
} as const satisfies Prisma.InvoiceLineSelect;

/**
 * Lines by amount (with either sign), by words of their description or their kind (all of them must be there), by issue date; newest
 * first. Throws `not_eligible` without sight of money.
 */
export async function findLines(viewer: Viewer, tx: Tx, query: LineQuery): Promise<LineMatch[]> {
  const { amountMinor, text } = query;
  const amounts =
    amountMinor === undefined ? {} : { amountMinor: { in: [BigInt(amountMinor), BigInt(-amountMinor)] } };
  return matchLines(viewer, tx, {
    ...amounts,
    AND: wordsOf(text).map((word) => ({
      OR: [{ description: { contains: word, mode: 'insensitive' as const } }, { kind: word.toLowerCase() }],
    })),
    invoice: { issuedOn: dayRange(query) },
  });
}

/** One line with its invoice; null where it is not there or not theirs. */
export async function readLine(viewer: Viewer, tx: Tx, id: string): Promise<LineMatch | null> {
  const [match] = await matchLines(viewer, tx, { id: { in: [id].filter(isId) } });
  return match ?? null;
}

/** Lines that charge what an earlier line of the same invoice charges already and that were not taken back since, newest first. */
export async function findDuplicates(viewer: Viewer, tx: Tx): Promise<LineMatch[]> {
  requireArea(viewer, 'money');
  const duplicates = await readDuplicatePairs(viewer, tx);
  if (duplicates.size === 0) return [];
  const left = await linesWithRest(viewer, tx, [...duplicates.keys()]);
  return matchLines(viewer, tx, { id: { in: left } });
}

async function matchLines(viewer: Viewer, tx: Tx, where: Prisma.InvoiceLineWhereInput): Promise<LineMatch[]> {
  requireArea(viewer, 'money');
  const { today, locale } = await readPlace(viewer, tx);
  const rows = await tx.invoiceLine.findMany({
    where: { ...where, tenantId: tenantOf(viewer) },
    select: MATCH_SELECT,
    orderBy: [{ invoice: { issuedOn: 'desc' } }, { invoice: { number: 'desc' } }, { position: 'asc' }],
    take: MAX_LINE_MATCHES,
  });
  if (rows.length === 0) return [];
  const facts = await readLineFacts(viewer, tx);
  const duplicates = await readDuplicatePairs(viewer, tx);
  const matches = rows.map((row) => ({
    invoice: toSummary(row.invoice, today),
    line: toLine(row, { locale, duplicates, facts }),
  }));
  return z.array(lineMatchSchema).parse(matches);
}

/** Words to look for: letters and digits only, so that nothing acts as a pattern; a plural `s` is dropped. */
function wordsOf(text: string | undefined): string[] {
  const words = (text ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (word.length > 3 ? word.replace(/s$/i, '') : word));
}
