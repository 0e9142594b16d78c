import 'server-only';
import type { SupportCase } from '#lib/contract/cases.ts';
import { CipherError } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { isId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { CASE_PAGE } from '../policy.ts';
import { CASE_SELECT, type CaseRow, toSummary } from './case-row.ts';
import { readTexts } from './read-texts.ts';

/**
 * The viewer's own cases with what was written in them, oldest first: those of one conversation, or the newest of all.
 * Throws `not_found` for an id that is none.
 */
export async function readOwnCases(
  viewer: Viewer,
  tx: Tx,
  args: { conversationId?: string } = {},
): Promise<SupportCase[]> {
  const { conversationId } = args;
  if (conversationId !== undefined && !isId(conversationId)) throw new AppError('not_found');
  const rows = await tx.supportCase.findMany({
    where: {
      personId: viewer.personId,
      tenantId: viewer.homeTenantId,
      ...(conversationId === undefined ? {} : { conversationId }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: CASE_PAGE,
    select: CASE_SELECT,
  });
  const cases: SupportCase[] = [];
  for (const row of rows.toReversed()) {
    const whole = await readWhole(viewer, tx, row);
    if (whole) cases.push(whole);
  }
  return cases;
}

/** One case that does not open must not hide the conversation around it: it is left out here, and refused by its own address. */
async function readWhole(viewer: Viewer, tx: Tx, row: CaseRow): Promise<SupportCase | null> {
  try {
    return { ...toSummary(row), texts: await readTexts(viewer, tx, row) };
  } catch (error) {
    if (error instanceof CipherError) return null;
    throw error;
  }
}
