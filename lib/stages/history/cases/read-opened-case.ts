import 'server-only';
import type { OpenedCase } from '#lib/contract/cases.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { toSummary } from './case-row.ts';
import { findCase } from './find-case.ts';
import { readTexts } from './read-texts.ts';

/**
 * A case as the agent who acts in its tenant reads it. The conversation it came from is left out: no role reads one. Throws
 * `not_found`.
 */
export async function readOpenedCase(viewer: Viewer, tx: Tx, args: { id: string }): Promise<OpenedCase> {
  if (viewer.role !== 'agent') throw new AppError('not_found');
  const row = await findCase(viewer, tx, args);
  const tenant = await tx.tenant.findUnique({ where: { id: row.tenantId }, select: { name: true } });
  const { caseId, kind, state, ground, turnId, createdAt, answeredAt } = toSummary(row);
  return {
    caseId,
    customer: tenant?.name ?? '',
    kind,
    state,
    ground,
    turnId,
    createdAt,
    answeredAt,
    texts: await readTexts(viewer, tx, row),
  };
}
