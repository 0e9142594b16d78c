import type { ConversationSummary } from '#lib/contract/conversations.ts';

export type DateGroup = { label: string; conversations: ConversationSummary[] };

const DAY_MS = 86_400_000;

/** Conversations, newest first, under "Today", "Yesterday", "Previous 7 days", "Previous 30 days" and months. */
export function groupByDate(
  conversations: readonly ConversationSummary[],
  now: string,
  timeZone: string,
): DateGroup[] {
  const groups: DateGroup[] = [];
  const today = dayNumber(now, timeZone);
  for (const conversation of conversations) {
    const label = labelOf(conversation.updatedAt, today, timeZone);
    const open = groups.find((group) => group.label === label);
    if (open) open.conversations.push(conversation);
    else groups.push({ label, conversations: [conversation] });
  }
  return groups;
}

function labelOf(instant: string, today: number, timeZone: string): string {
  const daysAgo = today - dayNumber(instant, timeZone);
  if (daysAgo <= 0) return 'Today';
  if (daysAgo === 1) return 'Yesterday';
  if (daysAgo <= 7) return 'Previous 7 days';
  if (daysAgo <= 30) return 'Previous 30 days';
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone }).format(
    new Date(instant),
  );
}

/** Calendar days since 1970 in that time zone, so that "yesterday" turns at the viewer's midnight. */
function dayNumber(instant: string, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return Math.round(Date.parse(`${day.format(new Date(instant))}T00:00:00Z`) / DAY_MS);
}
