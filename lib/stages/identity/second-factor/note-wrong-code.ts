import 'server-only';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { WRONG_CODES } from './policy.ts';

/**
 * Counts a wrong code, and shuts the factor for a while after every fifth in a row. A shut one counts no further, so that
 * nobody prolongs it. Without a factor there is nothing to count. The caller writes the audit entry.
 */
export async function noteWrongCode(viewer: Viewer, tx: Tx): Promise<void> {
  const { lockEvery, lockS } = WRONG_CODES;
  await tx.$executeRaw`
    UPDATE cs.second_factor SET failures = failures + 1,
      locked_until = CASE WHEN (failures + 1) % ${lockEvery}::int = 0 THEN cs.now() + make_interval(secs => ${lockS}::int) END
    WHERE person_id = ${viewer.personId}::uuid AND (locked_until IS NULL OR locked_until <= cs.now())`;
}
