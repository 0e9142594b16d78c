import 'server-only';
import { withViewer } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { actOnAttack } from '#lib/stages/input-guard/memory/act-on-attack.ts';
import { forgetAttack as forget } from '#lib/stages/input-guard/memory/forget-attack.ts';
import { refreshAttackMemory } from '#lib/stages/input-guard/memory/known-attacks.ts';

/** An agent takes an attack out of the memory, which is on record. Throws `not_found` for everyone else. */
export async function forgetAttack(viewer: Viewer, args: { id: string }, requestId: string): Promise<void> {
  const acting = await withViewer(viewer, (tx) => actOnAttack(viewer, tx, args));
  await withViewer(acting, async (tx) => {
    await forget(acting, tx, args);
    await recordAudit(acting, tx, [
      {
        action: 'attack.forgotten',
        outcome: 'allowed',
        stage: 'input-guard',
        subjectKind: 'attack',
        subjectId: args.id,
        requestId,
      },
    ]);
  });
  await refreshAttackMemory();
}
