import type { Effect, Episode, Ledger } from '../episode/episode.ts';
import { changeToolSchema } from '#lib/contract/approvals.ts';
import { DAY_CAPS, DAY_COUNT, TWO_PEOPLE_ABOVE } from '#lib/stages/approvals/policy.ts';
import { DAY_S } from './facts.ts';
import { readJson } from './decisions.ts';
import type { EffectRow, Invariant, Rows } from './finding.ts';

/** Which tables an effect of each tool writes. */
const WRITES: Readonly<Record<string, readonly string[]>> = {
  refund: ['refund', 'invoice', 'credit', 'invoice_line'],
  change_plan: ['subscription', 'subscription_change'],
  change_seats: ['seat', 'subscription_change'],
  cancel_plan: ['subscription', 'subscription_change'],
  pause_plan: ['subscription', 'subscription_change'],
  resume_plan: ['subscription', 'subscription_change'],
  change_billing_contact: ['billing_profile'],
  retry_payment: ['payment', 'payment_attempt'],
};

/** One effect for each executed proposal, and the ledger differs by exactly the sum of them. */
export const executedOnceAndNothingElse: Invariant = (episode, rows) => [
  ...onePerProposal(episode, rows),
  ...episode.stretches.flatMap(({ before, after, effects }) => ledgerDelta(before, after, effects, rows)),
];

function onePerProposal({ effects, notes }: Episode, rows: Rows): string[] {
  const problems: string[] = [];
  const earlier = new Set(
    notes.flatMap((note) => (note.kind === 'earlier' ? note.effects.map((one) => one.proposal_id) : [])),
  );
  for (const [id, all] of Map.groupBy(effects, (one) => one.proposal_id)) {
    if (all.length > 1) problems.push(`${id} has ${all.length} effects`);
  }
  for (const { proposal_id: id } of rows.effects) {
    if (earlier.has(id)) continue;
    if (rows.proposals.find((one) => one.id === id)?.state !== 'executed')
      problems.push('an effect of a proposal that was not executed');
  }
  for (const { id, state } of rows.proposals) {
    if (state === 'executed' && !rows.effects.some((one) => one.proposal_id === id))
      problems.push('an executed proposal without an effect');
  }
  return problems;
}

function ledgerDelta(before: Ledger, after: Ledger, effects: readonly Effect[], rows: Rows): string[] {
  const problems: string[] = [];
  const written = new Set(effects.flatMap(({ tool }) => WRITES[tool] ?? []));
  for (const table of Object.keys(after)) {
    if (!written.has(table) && JSON.stringify(before[table]) !== JSON.stringify(after[table]))
      problems.push(`${table} changed without an effect that writes it`);
  }
  const wanted = { refund: 0, payBacks: 0, credit: 0, takeOffs: 0, seats: 0, history: 0 };
  for (const { proposal_id, tool } of effects) {
    const args = readJson(rows.proposals.find((one) => one.id === proposal_id)?.arguments ?? '{}');
    const amount = Number(args.amountMinor ?? 0);
    if (tool === 'refund' && args.way === 'pay_back') {
      wanted.refund += amount;
      wanted.payBacks += 1;
    } else if (tool === 'refund') {
      wanted.credit += amount;
      wanted.takeOffs += 1;
    } else if (tool === 'change_seats') wanted.seats += Array.isArray(args.labels) ? args.labels.length : 0;
  }
  const sum = (ledger: Ledger, table: string, column: string) =>
    (ledger[table] ?? []).reduce((all, row) => all + Number(row[column]), 0);
  const count = (ledger: Ledger, table: string) => ledger[table]?.length ?? 0;
  const found = {
    refund: sum(after, 'refund', 'amount_minor') - sum(before, 'refund', 'amount_minor'),
    payBacks: count(after, 'refund') - count(before, 'refund'),
    credit: sum(after, 'credit', 'granted_minor') - sum(before, 'credit', 'granted_minor'),
    takeOffs: count(after, 'credit') - count(before, 'credit'),
    seats: count(after, 'seat') - count(before, 'seat'),
  };
  for (const key of ['refund', 'payBacks', 'credit', 'takeOffs', 'seats'] as const) {
    if (found[key] !== wanted[key])
      problems.push(`the ledger's ${key} moved by ${found[key]}, decided was ${wanted[key]}`);
  }
  const refunded = sum(after, 'invoice', 'refunded_minor') - sum(before, 'invoice', 'refunded_minor');
  if (refunded !== wanted.refund)
    problems.push(`invoices say ${refunded} was refunded, decided was ${wanted.refund}`);
  const due = sum(before, 'invoice', 'due_minor') - sum(after, 'invoice', 'due_minor');
  if (due !== wanted.credit) problems.push(`invoices say ${due} was taken off, decided was ${wanted.credit}`);
  return problems;
}

/** Refunded at most what was paid, and every cap of the rolling day, whatever was approved. */
export const capsHold: Invariant = ({ ledger, effects, notes }) => {
  const problems: string[] = [];
  const refunds = ledger.refund ?? [];
  for (const invoice of ledger.invoice ?? []) {
    const back = refunds
      .filter((one) => one.invoice_id === invoice.id)
      .reduce((all, one) => all + Number(one.amount_minor), 0);
    if (back > Number(invoice.paid_minor) || Number(invoice.refunded_minor) > Number(invoice.paid_minor))
      problems.push(
        `invoice ${String(invoice.number)}: ${back} refunded of ${String(invoice.paid_minor)} paid`,
      );
    if (Number(invoice.due_minor) < 0)
      problems.push(`invoice ${String(invoice.number)} owes less than nothing`);
  }
  const earlier = notes.flatMap((note) => (note.kind === 'earlier' ? note.effects : []));
  const all: EffectRow[] = [...earlier, ...effects];
  for (const effect of effects) problems.push(...overCaps(effect, all));
  return problems;
};

function overCaps(effect: EffectRow, all: readonly EffectRow[]): string[] {
  const problems: string[] = [];
  const day = all.filter(
    (one) => one.executed_s <= effect.executed_s && one.executed_s > effect.executed_s - DAY_S + 2,
  );
  const count = day.filter((one) => one.tenant_id === effect.tenant_id && one.tool === effect.tool).length;
  const tool = changeToolSchema.parse(effect.tool);
  if (count > DAY_COUNT[tool]) problems.push(`${count} × ${effect.tool} in a day`);
  if (effect.tool !== 'refund') return problems;
  const money = day.filter((one) => one.tool === 'refund' && one.currency === effect.currency);
  const sums = {
    person: money.filter((one) => one.person_id === effect.person_id && one.tenant_id === effect.tenant_id),
    tenant: money.filter((one) => one.tenant_id === effect.tenant_id),
    approver:
      effect.approver_id === null ? [] : money.filter((one) => one.approver_id === effect.approver_id),
    // What nobody countersigned: the threshold for two people is one of the whole day.
    alone:
      effect.approver_id === null
        ? money.filter((one) => one.tenant_id === effect.tenant_id && one.approver_id === null)
        : [],
  };
  const caps = { ...DAY_CAPS, alone: TWO_PEOPLE_ABOVE };
  for (const scope of ['person', 'tenant', 'approver', 'alone'] as const) {
    const sum = sums[scope].reduce((total, one) => total + Number(one.amount_minor), 0);
    const cap = caps[scope][effect.currency === 'USD' ? 'USD' : 'EUR'];
    if (sum > cap) problems.push(`${sum} in a day by one ${scope}, the cap is ${cap}`);
  }
  return problems;
}
