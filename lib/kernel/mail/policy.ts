import 'server-only';
import { BRAND } from '#lib/contract/brand.ts';

/** What each mail is told. Texts, written by the caller in the reader's locale; amounts and days already formatted. */
export type MailFacts = {
  /** To the address that is about to be replaced. `on` is the day from which the new one holds. */
  contact_change_notice: { newEmail: string; on: string };
  /** An invoice as one reads it aloud: its lines, then what they add up to. */
  receipt: { number: string; issuedOn: string; lines: readonly Priced[]; totals: readonly Priced[] };
  /** `expectedOn` is when the money should have arrived. */
  refund_notice: { invoiceNumber: string; amount: string; method: string; expectedOn: string };
  factor_notice: { change: 'added' | 'removed' };
  /** To owners. `period` is day or month, `from` its first day. */
  budget_notice: { whose: string; period: string; percent: string; from: string };
  /** To administrators. Names of the code's own: the page says the rest. */
  alert_notice: { kind: string; subject: string };
};
export type MailTemplate = keyof MailFacts;
type Priced = { text: string; amount: string };
type Written = { subject: string; body: readonly string[] };

/** Every mail there is. `appUrl` is the only address they link to. */
export const MAIL_TEMPLATES: {
  readonly [T in MailTemplate]: (facts: MailFacts[T], appUrl: string) => Written;
} = {
  contact_change_notice: ({ newEmail, on }, appUrl) => ({
    subject: 'The billing contact of your account is about to change',
    body: [
      `A change of the billing contact was approved. From ${on} on, bills and notices go to`,
      `    ${newEmail}`,
      'Until then they still come to this address.',
      'If that is right, there is nothing to do.',
      `If it is not: sign in at ${appUrl} before that day and ask the assistant to set the contact back, or write to ${BRAND.supportEmail}.`,
    ],
  }),
  receipt: ({ number, issuedOn, lines, totals }, appUrl) => ({
    subject: `Invoice ${number}`,
    body: [
      `Here is invoice ${number}, issued on ${issuedOn}, which you asked us to send you.`,
      priced(lines),
      priced(totals),
      `The invoice itself, to print or save: ${appUrl}/invoices/${encodeURIComponent(number)}`,
    ],
  }),
  refund_notice: ({ invoiceNumber, amount, method, expectedOn }, appUrl) => ({
    subject: `A refund for invoice ${invoiceNumber} is on its way`,
    body: [
      `${amount} of invoice ${invoiceNumber} goes back to ${method}. It should be there by ${expectedOn}.`,
      `Details: ${appUrl}/payments`,
    ],
  }),
  factor_notice: ({ change }, appUrl) => ({
    subject: `A second factor was ${change}`,
    body: [
      `A second factor was ${change} ${change === 'added' ? 'to' : 'from'} your account.`,
      `If that was not you, write to ${BRAND.supportEmail} right away. Your own settings: ${appUrl}/account/security`,
    ],
  }),
  budget_notice: ({ whose, period, percent, from }, appUrl) => ({
    subject: `The assistant: ${percent} % of the allowance of a ${period} is used`,
    body: [
      `Of what the assistant may cost ${whose} in the ${period} that began on ${from} (UTC), ${percent} % is used or held.`,
      'At 100 % it answers no more until the next one begins. Everything else goes on: bills, payments and requests to a person.',
      `What was used, and what is left: ${appUrl}/account/usage`,
    ],
  }),
  alert_notice: ({ kind, subject }, appUrl) => ({
    subject: `Alert: ${kind}, ${subject}`,
    body: [
      `Something needs a look: ${kind}, about ${subject}. It stays open until it is put right; there is one mail about it.`,
      `What is known: ${appUrl}/admin/retention`,
    ],
  }),
};

/** Ends every mail. */
export const SIGNATURE = [`${BRAND.product} · ${BRAND.supportEmail}`, BRAND.address.join(', ')] as const;

/** Longest single fact in a mail, in characters, and most lines of a list. */
export const MAX_FACT_CHARACTERS = 120;
export const MAX_LINES = 100;

/** A failed mail is tried again after 1, 3, 7 … 127 minutes from when it was written, and then no more. */
export const MAX_ATTEMPTS = 8;

/** Most mails that one run of the task sends, and how long each may take before the server counts as not answering. */
export const BATCH = 50;
export const TIMEOUT_MS = 8_000;

function priced(rows: readonly Priced[]): string {
  const shown = rows.slice(0, MAX_LINES).map(({ text, amount }) => `    ${text}: ${amount}`);
  const rest = rows.length - shown.length;
  return [...shown, ...(rest > 0 ? [`    … and ${rest} more`] : [])].join('\n');
}
