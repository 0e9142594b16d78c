import 'server-only';
import type { Balance, Payments } from '#lib/contract/bill.ts';
import type { LineMatch } from '#lib/contract/cards.ts';
import { formatMoney } from '#lib/contract/money.ts';
import { maySee } from '#lib/contract/roles.ts';
import type { Comparison, Plan, Usage } from '#lib/contract/subscription.ts';
import type { Tx } from '#lib/kernel/db.ts';
import type { Viewer } from '#lib/kernel/ports.ts';
import { compareInvoices } from './compare-invoices.ts';
import { findDuplicates } from './find-lines.ts';
import { listPayments } from './list-payments.ts';
import { QUESTIONS_SHOWN } from './policy.ts';
import { readBalance } from './read-balance.ts';
import { readPlace } from './read-place.ts';
import { readPlan } from './read-plan.ts';
import { readUsage } from './read-usage.ts';
import { sayCount, sayDay } from './wording.ts';

/** `text` is what a press sends; `label` says in a few words what it is about. */
export type Question = { label: string; text: string };

/**
 * The four questions that this person's own data makes most interesting, most interesting first. Where little is going on
 * they are about plan, seats and usage.
 */
export async function interestingQuestions(viewer: Viewer, tx: Tx): Promise<Question[]> {
  const { locale } = await readPlace(viewer, tx);
  const money = maySee(viewer.role, 'money') ? await moneyQuestions(viewer, tx, locale) : [];
  if (money.length >= QUESTIONS_SHOWN) return money.slice(0, QUESTIONS_SHOWN);
  const plan = await readPlan(viewer, tx);
  const usage = await readUsage(viewer, tx, {});
  return [...money, ...planQuestions(plan, usage, locale)].slice(0, QUESTIONS_SHOWN);
}

async function moneyQuestions(viewer: Viewer, tx: Tx, locale: string): Promise<Question[]> {
  const comparison = await compareInvoices(viewer, tx, {});
  const payments = await listPayments(viewer, tx, { status: 'retrying', limit: 1 });
  const [duplicate] = await findDuplicates(viewer, tx);
  const balance = await readBalance(viewer, tx);
  return [
    ...aboutDifference(comparison, locale),
    ...aboutPayment(payments),
    ...aboutDuplicate(duplicate),
    ...aboutCredit(balance, locale),
    ...aboutRefund(payments),
    ...aboutDue(balance),
  ];
}

function aboutDifference(comparison: Comparison | null, locale: string): Question[] {
  if (!comparison || comparison.difference.amountMinor === 0) return [];
  const { difference, newer } = comparison;
  const higher = difference.amountMinor > 0;
  const amount = formatMoney({ ...difference, amountMinor: Math.abs(difference.amountMinor) }, locale);
  const label = higher ? 'Your latest invoice went up' : 'Your latest invoice went down';
  return [
    {
      label,
      text: `Why is invoice ${newer.number} ${amount} ${higher ? 'higher' : 'lower'} than the one before?`,
    },
  ];
}

function aboutPayment({ payments }: Payments): Question[] {
  const [failed] = payments;
  if (!failed) return [];
  const text = `Why did the payment of invoice ${failed.invoiceNumber} fail, and when is it tried again?`;
  return [{ label: 'A payment did not go through', text }];
}

function aboutDuplicate(match: LineMatch | undefined): Question[] {
  if (!match) return [];
  const what = match.line.description.replace(/^Seat: /, '');
  return [
    {
      label: 'A seat may be billed twice',
      text: `Why is ${what} charged twice on invoice ${match.invoice.number}?`,
    },
  ];
}

function aboutCredit({ creditRemaining }: Balance, locale: string): Question[] {
  if (creditRemaining.amountMinor === 0) return [];
  const amount = formatMoney(creditRemaining, locale);
  return [
    {
      label: 'You have unused credit',
      text: `What is my credit of ${amount} for, and when will it be used?`,
    },
  ];
}

function aboutRefund({ refunds }: Payments): Question[] {
  const coming = refunds.find(({ status }) => status === 'on_its_way');
  return coming
    ? [{ label: 'A refund is on its way', text: `Where is the refund for invoice ${coming.invoiceNumber}?` }]
    : [];
}

function aboutDue({ nextDueInvoice }: Balance): Question[] {
  if (!nextDueInvoice) return [];
  return [
    {
      label: 'An invoice is due soon',
      text: `When is invoice ${nextDueInvoice.number} due, and how is it paid?`,
    },
  ];
}

function planQuestions(plan: Plan, usage: Usage | null, locale: string): Question[] {
  const seats = plan.seats.filter(({ removedOn }) => removedOn === null);
  const upgrade = plan.changes.find(({ kind }) => kind === 'upgraded');
  const calls = usage?.meters.find(({ projectedOverage }) => projectedOverage > 0);
  return [
    ...(calls
      ? [
          {
            label: 'Usage is heading over',
            text: `Will we stay within the included ${sayCount(calls.included, locale)} ${calls.name} this month?`,
          },
        ]
      : [{ label: 'Usage', text: 'How much have we used this month, and where is it heading?' }]),
    {
      label: `${seats.length} seats in use`,
      text: 'How many seats do we have, and who added the last ones?',
    },
    upgrade
      ? {
          label: `Upgraded on ${sayDay(upgrade.on, locale)}`,
          text: `What does the ${plan.name} plan include, and when did we change to it?`,
        }
      : { label: 'Your plan', text: 'Which plan are we on, and what does it include?' },
    { label: 'Renewal', text: `When does our ${plan.name} plan renew?` },
  ];
}
