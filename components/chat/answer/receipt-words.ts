import type { Claim, ToolEvent } from '#lib/contract/chat.ts';
import type { Card } from '#lib/contract/cards.ts';

/** Numbers of the invoices that a card shows. */
export function invoicesOn(card: Card): string[] {
  switch (card.type) {
    case 'invoices':
      return card.invoices.map((invoice) => invoice.number);
    case 'invoice':
      return [card.invoice.number];
    case 'comparison':
      return [card.comparison.older.number, card.comparison.newer.number];
    case 'lines':
      return card.matches.map((match) => match.invoice.number);
    default:
      return [];
  }
}

const OTHER_CARDS: Partial<Record<Card['type'], string>> = {
  balance: 'your balance',
  plan: 'your plan',
  usage: 'your usage',
  upcoming: 'what is coming up',
  spend: 'your totals',
  details: 'your billing details',
};

function count(many: number, one: string): string {
  return many === 1 ? `1 ${one}` : `${many} ${one}s`;
}

/** The quiet line under an answer: "Read 2 invoices and your plan · changed nothing", or "… · proposed 1 change". */
export function receiptLine(tools: readonly ToolEvent[], proposals = 0): string {
  return `${whatWasRead(tools)} · ${proposals === 0 ? 'changed nothing' : `proposed ${count(proposals, 'change')}`}`;
}

function whatWasRead(tools: readonly ToolEvent[]): string {
  const cards = tools.filter((tool) => tool.status === 'done').flatMap((tool) => tool.card ?? []);
  const invoices = new Set(cards.flatMap(invoicesOn)).size;
  const payments = new Set(
    cards.flatMap((card) => (card.type === 'payments' ? card.payments.map((payment) => payment.id) : [])),
  ).size;
  const parts = [
    ...(invoices > 0 ? [count(invoices, 'invoice')] : []),
    ...(payments > 0 ? [count(payments, 'payment')] : []),
    ...new Set(cards.flatMap((card) => OTHER_CARDS[card.type] ?? [])),
  ];
  if (parts.length > 0) return `Read ${listed(parts)}`;
  const lookedUp = tools.some((tool) => tool.status === 'done' && tool.name !== 'offer_topics');
  return lookedUp ? 'Looked at your bill' : 'Looked nothing up';
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** How many of the answer's amounts, dates and statuses equal what was read. Null where it names none. */
export function claimsLine(claims: readonly Claim[]): string | null {
  if (claims.length === 0) return null;
  const verified = claims.filter((claim) => claim.verified).length;
  if (verified === claims.length) {
    return claims.length === 1
      ? 'The figure in this answer equals your records.'
      : `All ${claims.length} figures in this answer equal your records.`;
  }
  return `${verified} of ${claims.length} figures in this answer equal your records; the others are marked. Check them on the cards above.`;
}
