import 'server-only';
import { fault } from '#faults';
import type { AuditEntry } from '#lib/kernel/ports.ts';
import { checkWhole } from '#lib/stages/output-guard/check-whole.ts';
import type { GuardContext } from '#lib/stages/output-guard/create-output-guard.ts';

/** Words of the model's that may be shown, null for none, and what is to be written down of what was taken out. */
export type GuardedWords = { readonly words: string | null; readonly noted: readonly AuditEntry[] };

/**
 * A model's few words beside a card, guarded like an answer: they leave by another door, and must carry no more than it could.
 * What would have stopped an answer leaves none of them.
 */
export function guardWords(context: GuardContext, words: string): GuardedWords {
  if (fault('reason-not-guarded')) return { words: words || null, noted: [] };
  const { text, findings } = checkWhole(context, words);
  const isStopped = findings.some(({ verdict }) => verdict === 'block');
  const noted = findings.map(({ rule, verdict }): AuditEntry => ({
    action: verdict === 'block' ? 'stage.blocked' : 'stage.redacted',
    outcome: verdict === 'block' ? 'denied' : 'allowed',
    stage: 'output-guard',
    rule,
  }));
  return { words: isStopped ? null : text.trim() || null, noted };
}
