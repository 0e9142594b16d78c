import 'server-only';
import type { AttackAnswer, AttackRequest } from '#lib/contract/attacks.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';
import { actOnCase } from '#lib/stages/history/cases/act-on-case.ts';
import { findCase } from '#lib/stages/history/cases/find-case.ts';
import { readOpenedCase } from '#lib/stages/history/cases/read-opened-case.ts';
import { attackKey, refreshAttackMemory } from '#lib/stages/input-guard/memory/known-attacks.ts';
import { saveAttack } from '#lib/stages/input-guard/memory/save-attack.ts';
import { sketchPassage } from '#lib/stages/input-guard/memory/sketch-passage.ts';

/**
 * An agent who read an entry of a case confirms words of it as an attack: from then on similar messages are flagged, whoever writes
 * them. Only keyed marks are kept. Written down, also where the words are not taken. Throws `not_found` for everyone else and
 * for entries that are no customer's, `malformed` for words that do not stand in the entry.
 */
export async function confirmAttack(
  viewer: Viewer,
  request: AttackRequest & { id: string },
  requestId: string,
): Promise<AttackAnswer> {
  const acting = await withViewer(viewer, (tx) => actOnCase(viewer, tx, request));
  const answer = await withViewer(acting, async (tx) => {
    const kept = await keep(acting, tx, request);
    const entry = { stage: 'input-guard', subjectKind: 'case', subjectId: request.id, requestId } as const;
    const noted = { ...entry, action: 'attack.confirmed' } as const;
    await recordAudit(acting, tx, [
      'refused' in kept
        ? { ...noted, outcome: 'denied', rule: kept.refused }
        : { ...noted, outcome: 'allowed', facts: { attackId: kept.attackId } },
    ]);
    return kept;
  });
  // The next message in this process is compared with it already.
  await refreshAttackMemory();
  return answer;
}

async function keep(
  acting: Viewer,
  tx: Tx,
  { id, textId, passage }: AttackRequest & { id: string },
): Promise<AttackAnswer> {
  const [{ personId }, { texts }] = [
    await findCase(acting, tx, { id }),
    await readOpenedCase(acting, tx, { id }),
  ];
  const entry = texts.find((text) => text.id === textId && text.author === 'customer');
  if (!entry) throw new AppError('not_found');
  if (!entry.text.includes(passage)) throw new AppError('malformed');
  const marks = sketchPassage(passage, attackKey());
  if (typeof marks === 'string') return { refused: marks };
  return saveAttack(acting, tx, { caseId: id, textId, personId, marks });
}
