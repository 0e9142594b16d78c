import type { Invoice, Payments } from '#lib/contract/bill.ts';
import type { StatusWord } from './values.ts';

/** What an answer may call an invoice or a payment, in the languages of the demonstration. */
export const STATUS_PATTERN: Record<StatusWord, RegExp> = {
  void: /\b(void(ed)?|storniert|annulliert|anulada|annulée)(?!\p{L})/iu,
  past_due: /\b(overdue|past due|late|vencid[ao]|en retard|überfällig)(?!\p{L})/iu,
  open: /\b(open|unpaid|outstanding|still due|is due|not (yet )?(been )?(paid|settled)|isn[’']t paid|offen|fällig|nicht bezahlt|pendiente|por pagar|ouverte|due le|impayée|pas (encore )?payée)(?!\p{L})/iu,
  paid: /(?<!not |not yet |been |un|nicht |no está |pas |encore |n[’']t )\b(paid|settled|bezahlt|beglichen|pagada|payée|réglée)(?!\p{L})/iu,
  failed: /\b(failed|declined|fehlgeschlagen|abgelehnt|fallid[ao]|rechazad[ao]|échoué|refusé)(?!\p{L})/iu,
};

/** Invoice number → the statuses that may truthfully be said of it or of a payment for it. */
export type Statuses = ReadonlyMap<string, ReadonlySet<StatusWord>>;

export function statusesOf(invoices: readonly Invoice[], payments: Payments): Statuses {
  return new Map(
    invoices.map((invoice) => {
      const words = new Set<StatusWord>([invoice.status]);
      if (invoice.status === 'past_due' || invoice.due.amountMinor > 0) words.add('open');
      if ((invoice.daysUntilDue ?? 0) < 0) words.add('past_due');
      for (const payment of payments.payments.filter((one) => one.invoiceNumber === invoice.number)) {
        if (payment.status === 'succeeded') words.add('paid');
        if (payment.attempts.some((attempt) => !attempt.succeeded) || payment.failureReason)
          words.add('failed');
      }
      return [invoice.number, words];
    }),
  );
}

/** Sentences that name exactly one invoice and call it something the ledger does not. */
export function wrongStatuses(text: string, statuses: Statuses): string[] {
  const wrong: string[] = [];
  for (const clause of text.split(
    /(?<=[.!?;])\s+|\n|, (?=and |but |while |und |aber |y |pero |et |mais )/u,
  )) {
    const numbers = [...new Set(clause.match(/(?<!\d)\d{4}-\d{1,6}(?![\d-])/gu) ?? [])];
    const known = numbers.length === 1 ? statuses.get(numbers[0] ?? '') : undefined;
    if (numbers.length === 1 && !known && !clause.includes('?')) {
      if (/\b(no|not|kein|keine|ningun|ninguna|aucune)\b/iu.test(clause)) continue;
      wrong.push(`invoice ${numbers[0]} is not in the ledger`);
    }
    if (
      !known ||
      clause.includes('?') ||
      /\b(if|once|when|until|unless|wenn|sobald|si|cuando|quand)\b/iu.test(clause)
    )
      continue;
    const said = sayings(clause);
    for (const status of said) {
      if (!known.has(status)) wrong.push(`invoice ${numbers[0]} is called ${status}`);
    }
  }
  return wrong;
}

/** The statuses a clause speaks of, without those it denies ("nothing is overdue"). */
export function sayings(clause: string): StatusWord[] {
  const stated = clause.replace(
    /\b(no longer|nothing(?: is)?|none(?: is| of (?:it|them) is)?|not|never|isn[’']t|nicht|nichts|kein|no|nada|ningun[ao]?|pas|rien|aucune?)\b(?: \p{L}+){0,2}? (?:overdue|past due|late|void(?:ed)?|failed|declined|überfällig|vencid[ao]|en retard)/giu,
    ' ',
  );
  const words: StatusWord[] = ['void', 'past_due', 'open', 'paid', 'failed'];
  return words.filter((status) => STATUS_PATTERN[status].test(stated));
}
