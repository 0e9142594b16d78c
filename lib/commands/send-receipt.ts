import 'server-only';
import { findByNumber } from '#lib/billing/find-by-number.ts';
import { billingReader } from '#lib/billing/reader.ts';
import type { Invoice } from '#lib/contract/bill.ts';
import { formatDay } from '#lib/contract/dates.ts';
import { formatMoney, type Money, negateMoney } from '#lib/contract/money.ts';
import { maySee } from '#lib/contract/roles.ts';
import { type Tx, withViewer } from '#lib/kernel/db.ts';
import { AppError } from '#lib/kernel/errors.ts';
import type { MailFacts } from '#lib/kernel/mail/policy.ts';
import { queueMail } from '#lib/kernel/mail/queue-mail.ts';
import type { AuditEntry, Viewer } from '#lib/kernel/ports.ts';
import { recordAudit } from '#lib/stages/audit/record.ts';

/** Most receipts that one person can have mailed within an hour. */
const MAX_PER_HOUR = 5;
const HOUR_S = 3_600;

type Args = { number: string; locale: string; requestId: string };

/**
 * Mails an invoice to the viewer's own address, which is the one they sign in with, and returns that. Throws `not_found`, also
 * where the viewer sees no money, and `rate_limited`.
 */
export async function sendReceipt(viewer: Viewer, { number, locale, requestId }: Args): Promise<string> {
  if (!maySee(viewer.role, 'money')) throw new AppError('not_found');
  const { address, waitS } = await withViewer(viewer, async (tx) => {
    const invoice = await findByNumber(billingReader(viewer, tx), number);
    if (!invoice) throw new AppError('not_found');
    const to = await lockOwnAddress(viewer, tx);
    const wait = await secondsToWait(viewer, tx);
    const entry = {
      action: 'receipt.sent',
      subjectKind: 'invoice',
      subjectId: invoice.id,
      requestId,
      ...(wait > 0 ? { outcome: 'denied', rule: 'rate_limited' } : { outcome: 'allowed' }),
    } satisfies AuditEntry;
    await recordAudit(viewer, tx, [entry]);
    if (wait === 0) await queueMail(viewer, tx, { to, template: 'receipt', facts: toFacts(invoice, locale) });
    return { address: to, waitS: wait };
  });
  if (waitS > 0) throw new AppError('rate_limited', { retryAfterS: waitS });
  return address;
}

/** Held until the end, so that of several at once none is miscounted. */
async function lockOwnAddress(viewer: Viewer, tx: Tx): Promise<string> {
  const [person] = await tx.$queryRaw<{ email: string }[]>`
    SELECT email FROM cs.person WHERE id = ${viewer.personId}::uuid FOR NO KEY UPDATE`;
  if (!person) throw new AppError('no_session');
  return person.email;
}

async function secondsToWait(viewer: Viewer, tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ wait: number }[]>`
    SELECT CASE WHEN count(*) < ${MAX_PER_HOUR}::int THEN 0
      ELSE ceil(extract(epoch FROM min(created_at) + make_interval(secs => ${HOUR_S}::int) - cs.now())) END::int AS wait
    FROM cs.outbox_mail WHERE person_id = ${viewer.personId}::uuid AND template = 'receipt'
      AND created_at > cs.now() - make_interval(secs => ${HOUR_S}::int)`;
  return row?.wait ?? HOUR_S;
}

/** The memo stays out: others may have written it. */
function toFacts(invoice: Invoice, locale: string): MailFacts['receipt'] {
  const priced = (text: string, money: Money) => ({ text, amount: formatMoney(money, locale) });
  const wherePresent = (text: string, money: Money) => (money.amountMinor === 0 ? [] : [priced(text, money)]);
  return {
    number: invoice.number,
    issuedOn: formatDay(invoice.issuedOn, locale, 'long'),
    lines: invoice.lines.map((line) => priced(line.description, line.amount)),
    totals: [
      priced('Subtotal', invoice.subtotal),
      ...wherePresent('Discounts', invoice.discount),
      ...wherePresent('Credit used', invoice.credit),
      priced(`${invoice.tax.label} ${invoice.tax.ratePercent}%`, invoice.tax.amount),
      priced('Total', invoice.total),
      ...wherePresent('Paid', negateMoney(invoice.paid)),
      ...wherePresent('Refunded', invoice.refunded),
      ...(invoice.status === 'void' ? [] : [priced('Due', invoice.due)]),
    ],
  };
}
