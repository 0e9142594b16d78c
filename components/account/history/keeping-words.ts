import type { KeepingPreview } from '#lib/contract/keeping.ts';

export function dayWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

export function chatWords(count: number): string {
  return count === 1 ? '1 chat' : `${count} chats`;
}

/** What a period would do to what is stored: the count that the person confirms. */
export function previewWords({ days, deleted, shortened }: KeepingPreview): string[] {
  const be = (count: number) => (count === 1 ? 'is' : 'are');
  return [
    ...(deleted > 0
      ? [`${chatWords(deleted)} ${be(deleted)} older than that and would be deleted at once, with the key.`]
      : []),
    ...(shortened > 0
      ? [`${chatWords(shortened)} would be kept for ${dayWords(days)} after the last message, and no longer.`]
      : []),
  ];
}
