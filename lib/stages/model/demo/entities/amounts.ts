import 'server-only';
import { fold } from '../normalise.ts';

const NUMBER = String.raw`\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)`;
const SIGN = String.raw`(?:us\$|[€$£¥]|eur|usd|gbp|chf|jpy)`;
const NAME = String.raw`(?:[€$£¥]|eur(?![a-z])|euros?|usd|dollars?|dolares|bucks|quid|pounds?|gbp|chf|francs?|franken|jpy|yen)`;
/** What a bare number may follow or precede to be money. */
const BEFORE = String.raw`(?:charge[sd]?|charging|fee|fees|line|item|amount|debit|debited|deducted|billed|bill|paid|pay|took|taken|taking|costs?|extra|position|posten|betrag|abgebucht|berechnet|cargo|cobro|cobrado|importe|montant|preleve|facture|frais)`;
const LINK = String.raw`(?:of|for|about|over|me|us|an?|the|additional|extra|another|worth|is|was|von|uber|de|por|der|uns|mir|around|exactly|saying|says|that)`;
const AFTER = String.raw`(?:charge|charges|line|fee|fees|item|debit|payment|position|entry|abbuchung|deduction|thing|bill|cargo|more than|more on|extra on|on my|on our|on the|on this|for the|que me|que nous|qui m)`;
const UNIT = String.raw`(?!\s?(?:%|percent|prozent|por ciento|pour cent|seats?|users?|days?|weeks?|months?|years?|times?|gb|gigs?|api|calls?|licen[cs]es?|people|invoices?|bills?\b(?! on)|st\b|nd\b|rd\b|th\b|tage?|monate?|platz|platze|plazas?|meses|dias|mois|jours|sieges?|x\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|:\d|-\d|[./]\d))`;

const NOTATIONS: readonly RegExp[] = [
  new RegExp(`${SIGN}\\s?(${NUMBER})`, 'g'),
  new RegExp(`(?<![\\d.,-])(${NUMBER})(?:,-)?\\s?${NAME}`, 'g'),
  /(?<![\d.,/-])(\d{1,3}(?:[.,' ]\d{3})*[.,]\d{2}|\d+[.,]\d{2})(?![\d./-]|,\d)/g,
  new RegExp(`${BEFORE}(?: ${LINK}){0,3} (?<![\\d.-])(\\d{1,6})(?![\\d.,-]*\\d)${UNIT}`, 'g'),
  new RegExp(`(?<![\\d.,#-]|q|no |number |invoice )(\\d{1,6})(?![\\d.,-]*\\d) ${AFTER}`, 'g'),
];

/**
 * Amounts of money in a text, as the person wrote the figure ("€1,200.50" → "1,200.50"). A bare number counts only
 * where the words around it speak of a charge; years, counts, dates and invoice numbers never do.
 */
export function findAmounts(text: string): string[] {
  let rest = fold(text)
    .replace(/(?<!\d)\d{4}-\d{1,6}(?:-\d{1,2})?(?!\d)/g, ' ')
    .replace(/(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)/g, ' ')
    .replace(/[ \u00a0\u202f]/g, ' ');
  const found: { at: number; figure: string }[] = [];
  NOTATIONS.forEach((notation, rank) => {
    for (const match of rest.matchAll(notation)) {
      const figure = (match[1] ?? '').trim();
      const isYear = rank >= 3 && /^(?:19|20)\d{2}$/.test(figure);
      if (figure !== '' && figure.length <= 16 && !isYear) found.push({ at: match.index, figure });
      rest =
        rest.slice(0, match.index) + ' '.repeat(match[0].length) + rest.slice(match.index + match[0].length);
    }
  });
  return [...new Set(found.toSorted((a, b) => a.at - b.at).map((one) => one.figure))];
}
