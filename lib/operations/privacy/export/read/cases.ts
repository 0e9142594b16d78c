import 'server-only';
import { type ExportedCase, exportedCaseSchema } from '#lib/contract/export-file.ts';
import { CipherError } from '#lib/kernel/cipher/envelope.ts';
import { withViewer } from '#lib/kernel/db.ts';
import { NIL_ID } from '#lib/kernel/ids.ts';
import { AppError } from '#lib/kernel/errors.ts';
import { CASE_SELECT, type CaseRow, toSummary } from '#lib/stages/history/cases/case-row.ts';
import { readTexts } from '#lib/stages/history/cases/read-texts.ts';
import { pages, type Reader } from './pages.ts';

/** What the viewer asked a person at the vendor, and what was replied. */
export async function* readCases(reader: Reader): AsyncGenerator<ExportedCase> {
  const { viewer } = reader;
  const rows = pages<CaseRow>(reader, (tx, after, limit) =>
    tx.supportCase.findMany({
      where: { personId: viewer.personId, tenantId: viewer.homeTenantId, id: { gt: after?.id ?? NIL_ID } },
      orderBy: { id: 'asc' },
      take: limit,
      select: CASE_SELECT,
    }),
  );
  for await (const row of rows) {
    const { unseen: _unseen, ...summary } = toSummary(row);
    const texts = await textsOf(reader, row);
    yield exportedCaseSchema.parse({
      ...summary,
      texts: texts.map((text) => ({
        ...text,
        generated_by: { kind: text.author === 'customer' ? 'person' : 'staff' },
      })),
    });
  }
}

async function textsOf({ viewer }: Reader, row: CaseRow) {
  try {
    return await withViewer(viewer, (tx) => readTexts(viewer, tx, row));
  } catch (error) {
    if (error instanceof CipherError || (error instanceof AppError && error.code === 'not_found')) return [];
    throw error;
  }
}
