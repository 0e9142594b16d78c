import 'server-only';
import { type DataKey, seal } from '#lib/kernel/cipher/envelope.ts';
import type { Tx } from '#lib/kernel/db.ts';
import { newId } from '#lib/kernel/ids.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { caseTextContext } from '../contexts.ts';
import { type CaseBody, caseBodySchema } from './case-body.ts';

type NewText = {
  row: { id: string; tenantId: string; personId: string };
  dataKey: DataKey;
  author: 'customer' | 'staff';
  body: CaseBody;
};

/** Adds the next entry to a case, sealed for its place. Whoever calls it holds the case, so that no two take one number. */
export async function saveCaseText(_viewer: Viewer, tx: Tx, text: NewText): Promise<void> {
  const { row, dataKey, author, body } = text;
  const { _max: last } = await tx.caseText.aggregate({
    where: { caseId: row.id },
    _max: { sequence: true },
  });
  const place = {
    tenantId: row.tenantId,
    personId: row.personId,
    caseId: row.id,
    textId: newId(),
    author,
    sequence: (last.sequence ?? 0) + 1,
  };
  await tx.caseText.createMany({
    data: [
      {
        id: place.textId,
        caseId: row.id,
        tenantId: row.tenantId,
        personId: row.personId,
        author,
        sequence: place.sequence,
        body: seal(dataKey, caseTextContext(place), JSON.stringify(caseBodySchema.parse(body))),
      },
    ],
  });
}
