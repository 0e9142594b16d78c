import 'server-only';
import { type CaseText, caseTextSchema } from '#lib/contract/cases.ts';
import { open } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { caseTextContext } from '../contexts.ts';
import { caseBodySchema } from './case-body.ts';
import { loadCaseKey } from './load-case-key.ts';

/**
 * What was written in a case, in order. Throws `not_found` where the viewer has no key to it, `CipherError` where an entry
 * does not open in its place.
 */
export async function readTexts(
  viewer: Viewer,
  tx: Tx,
  row: { id: string; tenantId: string; personId: string },
): Promise<CaseText[]> {
  const dataKey = await loadCaseKey(viewer, tx, row);
  const texts = await tx.caseText.findMany({
    where: { caseId: row.id, tenantId: row.tenantId, personId: row.personId },
    orderBy: { sequence: 'asc' },
    select: { id: true, author: true, sequence: true, body: true, createdAt: true },
  });
  return texts.map((text) => {
    const author = caseTextSchema.shape.author.parse(text.author);
    const place = {
      tenantId: row.tenantId,
      personId: row.personId,
      caseId: row.id,
      textId: text.id,
      author,
      sequence: text.sequence,
    };
    const body = caseBodySchema.parse(JSON.parse(open(dataKey, caseTextContext(place), text.body)));
    return { id: text.id, author, ...body, createdAt: text.createdAt.toISOString() };
  });
}
