import 'server-only';
import { fault } from '#faults';
import { applyChange } from '#lib/billing/changes/apply-change.ts';
import { draftChange } from '#lib/billing/changes/draft-change.ts';
import type { OfferedApproval } from '#lib/contract/approvals.ts';
import { type Currency, currencySchema, formatMoney } from '#lib/contract/money.ts';
import { seal } from '#lib/kernel/cipher/envelope.ts';
import { asReader, asWriter, type Tx } from '#lib/kernel/db.ts';
import type { AuditEntry, ChangeRequest } from '#lib/kernel/ports.ts';
import { propose } from '#lib/stages/approvals/propose.ts';
import { reasonContext } from '#lib/stages/history/reason-context.ts';
import { wasEverFlagged } from '#lib/stages/history/was-ever-flagged.ts';
import { canonicalise } from '#lib/stages/input-guard/canonicalise.ts';
import { screen } from '#lib/stages/input-guard/screen.ts';
import { originOf, type OriginSources } from '#lib/stages/prompt/origin-of.ts';
import type { AskedChange } from '#lib/stages/tools/read-change.ts';
import { refusedChange, type ToolOutcome } from '#lib/stages/tools/run-tool.ts';
import type { GuardedWords } from './guard-words.ts';
import type { Turn } from './types.ts';

/** A tool call's outcome, with the card of the change that now waits, and what is to be written down of it. */
export type StepOutcome = ToolOutcome & { approval?: OfferedApproval; noted?: readonly AuditEntry[] };

/**
 * A change that the model asked for becomes a row that waits for a person. Worked out by the reading role; nothing here, and
 * nothing that the model can say, executes it.
 */
export async function proposeChange(
  turn: Turn,
  tx: Tx,
  { request, reason }: AskedChange,
  { sources, guardWords }: { sources: OriginSources; guardWords: (words: string) => GuardedWords },
): Promise<StepOutcome> {
  const { viewer, conversationId, turnId, dataKey, profile } = turn;
  const draft = await asReader(tx, () => draftChange(viewer, tx, request));
  if (typeof draft === 'string') return refusedChange(draft);
  const { words: said, noted } = guardWords(canonicalise(reason ?? '').trim());
  const origins = originsOf(request, sources, profile);
  const proposed = await propose(viewer, tx, {
    conversationId,
    turnId,
    draft: fault('card-from-model-text') ? { ...draft, title: said ?? draft.title } : draft,
    reason: said,
    locale: profile.locale,
    // A value from a stranger's text, or a message before that tried to give orders: somebody who knows the customer
    // looks at it too, whatever the amount.
    cautious: origins.some(({ origin }) => origin === 'third_party') || (await followsOrders(turn, tx)),
    origins,
    seal: (proposalId, text) => seal(dataKey, reasonContext(viewer, { conversationId, proposalId }), text),
  });
  if (typeof proposed === 'string') return refusedChange(proposed);
  const { card, voided, isNew } = proposed;
  if (fault('change-at-once') && isNew)
    await asWriter(tx, () => applyChange(viewer, tx, draft.arguments, { proposalId: card.approvalId }));
  return {
    status: 'done',
    summary: `Prepared for you to decide: ${card.title}`,
    json: JSON.stringify({ ok: true, result: { proposed: card.title, state: 'waiting for the person' } }),
    approval: card,
    noted: [
      ...noted,
      ...voided.map((id) => entryOf('approval.voided', id, 'replaced')),
      ...(isNew ? [entryOf('approval.proposed', card.approvalId, card.tool)] : []),
    ],
  };
}

/** Whether a message of this conversation gave orders, also one whose own turn is not over: the model has read it. */
async function followsOrders(turn: Turn, tx: Tx): Promise<boolean> {
  const { viewer, dataKey, conversationId, earlier, measure } = turn;
  if (fault('flag-forgotten')) return false;
  const isRead = earlier.some(
    ({ role, text }) => role === 'user' && screen(text, measure).verdict !== 'pass',
  );
  return isRead || wasEverFlagged(viewer, tx, dataKey, conversationId);
}

function entryOf(action: string, subjectId: string, rule: string): AuditEntry {
  return { action, outcome: 'allowed', stage: 'approvals', subjectKind: 'proposal', subjectId, rule };
}

/** Where the values that the model filled in came from, as the card writes them. */
function originsOf(
  request: ChangeRequest,
  sources: OriginSources,
  profile: { locale: string; currency: string },
) {
  const currency: Currency = currencySchema.parse(profile.currency);
  switch (request.tool) {
    case 'change_billing_contact':
      // A card writes every address in small letters.
      return [{ shown: request.email.toLowerCase(), origin: originOf(request.email, sources) }];
    case 'refund': {
      const { amountMinor } = request;
      if (amountMinor === undefined) return [];
      const shown = formatMoney({ amountMinor, currency }, profile.locale);
      return [{ shown, origin: originOf(shown, sources) }];
    }
    default:
      return [];
  }
}
