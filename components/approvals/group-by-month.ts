import type { ApprovalCard } from '#lib/contract/approvals.ts';

/** Cards, newest first, under the month in which they were proposed where the viewer lives. */
export function groupByMonth(
  cards: readonly ApprovalCard[],
  timeZone: string,
): { label: string; cards: ApprovalCard[] }[] {
  const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone });
  const groups: { label: string; cards: ApprovalCard[] }[] = [];
  for (const card of cards) {
    const label = month.format(new Date(card.createdAt));
    const last = groups.at(-1);
    if (last?.label === label) last.cards.push(card);
    else groups.push({ label, cards: [card] });
  }
  return groups;
}
