import 'server-only';
import { database } from '#lib/kernel/db.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';

/** What an operator did to keys or other secrets, by name: never a value. */
export async function noteRotation(done: { kek: string } | { secret: string }): Promise<void> {
  const subject =
    'kek' in done
      ? ({ action: 'keys.added', subjectKind: 'kek', subjectId: done.kek } as const)
      : ({ action: 'secret.rotated', subjectKind: 'setting', subjectId: done.secret } as const);
  await database('seal').$transaction((tx) => recordAudit(null, tx, [{ ...subject, outcome: 'allowed' }]));
}
