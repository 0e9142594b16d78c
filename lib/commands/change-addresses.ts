import 'server-only';
import type { AddressAnswer, AddressChange, AddressRequest } from '#lib/contract/switches.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { AuditEntry, Viewer } from '#lib/kernel/ports.ts';
import { compileRules, isLetIn, type Rule } from '#lib/stages/admission/addresses/is-let-in.ts';
import { parseRange } from '#lib/stages/admission/addresses/parse-range.ts';
import * as rules from '#lib/stages/admission/addresses/rules.ts';
import { ADDRESS_RULES_MAX } from '#lib/stages/admission/policy.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';

/** `address`: where the request comes from, or null where that can't be told. */
type Asked = { request: AddressRequest; address: string | null; requestId: string };
type Planned = { next: readonly Rule[]; touched: Rule; apply: () => Promise<unknown> };

/**
 * An administrator lets a range of addresses in, keeps it out, or takes a rule away. Without `confirmed` it says what would come of it.
 * Throws `not_found` for everyone else and for a rule that is gone; `malformed` for what is no range, or one too many; `changed` where
 * the rules are not those of the preview; `locks_out`, written down, where the rules would keep out whoever asks. No confirmation
 * helps against that: `npm run addresses` at a command line does.
 */
export async function changeAddresses(
  viewer: Viewer,
  { request, address, requestId }: Asked,
): Promise<AddressAnswer> {
  if (viewer.role !== 'admin') throw new AppError('not_found');
  const { change, confirmed } = request;
  const answer = await withViewer(viewer, async (tx) => {
    await rules.holdRules(viewer, tx);
    const stand = await rules.readRules(viewer, tx);
    const revision = rules.revisionOf(stand);
    const { next, touched, apply } = await plan(viewer, tx, stand, change);
    const compiled = compileRules(next);
    const letsYouIn = isLetIn(compiled, address);
    const range = change.do === 'add' ? touched.range : null;
    const said = { range, yourAddress: address, letsYouIn, onlyAllowed: compiled.onlyAllowed, revision };
    if (confirmed === undefined) return { ...said, applied: false };
    if (confirmed !== revision) throw new AppError('changed');
    if (letsYouIn) await apply();
    await recordAudit(viewer, tx, [noteOf(change, touched, letsYouIn, requestId)]);
    return { ...said, applied: letsYouIn };
  });
  // Thrown once the entry is committed.
  if (confirmed !== undefined && !answer.applied) throw new AppError('locks_out');
  return answer;
}

async function plan(
  viewer: Viewer,
  tx: Tx,
  stand: readonly rules.StoredRule[],
  change: AddressChange,
): Promise<Planned> {
  if (change.do === 'remove') {
    const rule = stand.find(({ id }) => id === change.ruleId);
    if (!rule) throw new AppError('not_found');
    const next = stand.filter((one) => one !== rule);
    return { next, touched: rule, apply: () => rules.removeRules(viewer, tx, [rule.id]) };
  }
  const { action, reason } = change;
  const range = parseRange(change.range)?.text;
  if (!range || !(await rules.isExact(viewer, tx, range))) throw new AppError('malformed');
  const isKnown = stand.some((rule) => rule.action === action && rule.range === range);
  if (isKnown || stand.length >= ADDRESS_RULES_MAX) throw new AppError('malformed');
  const touched = { action, range };
  const apply = () => rules.addRule(viewer, tx, { ...touched, reason, setBy: viewer.personId });
  return { next: [...stand, touched], touched, apply };
}

function noteOf(
  change: AddressChange,
  { action, range }: Rule,
  isDone: boolean,
  requestId: string,
): AuditEntry {
  return {
    action: change.do === 'add' ? 'address.rule_added' : 'address.rule_removed',
    outcome: isDone ? 'allowed' : 'denied',
    stage: 'admission',
    rule: action,
    subjectKind: 'address_range',
    subjectId: range,
    requestId,
    facts: {
      ...(change.do === 'add' ? { reason: change.reason } : {}),
      ...(isDone ? {} : { locksOut: true }),
    },
  };
}
