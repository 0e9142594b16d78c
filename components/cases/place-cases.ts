import type { CaseText, SupportCase } from '#lib/contract/cases.ts';
import type { Message } from '#lib/contract/conversations.ts';

/** What stands between messages: that a case was opened, and each reply of a person. */
export type CaseEntry =
  | { kind: 'opened'; at: string; case: SupportCase }
  | { kind: 'reply'; at: string; case: SupportCase; text: CaseText };

/**
 * The entries before each message, and behind the last one, by time. Never between a question and its answer. Messages
 * without a time are being written now.
 */
export function placeCases(
  cases: readonly SupportCase[],
  messages: readonly Pick<Message, 'role' | 'createdAt'>[],
): CaseEntry[][] {
  const places: CaseEntry[][] = Array.from({ length: messages.length + 1 }, () => []);
  for (const entry of entriesOf(cases)) {
    const next = messages.findIndex(
      (message) => message.role === 'user' && (message.createdAt === '' || message.createdAt > entry.at),
    );
    places[next === -1 ? messages.length : next]?.push(entry);
  }
  return places;
}

function entriesOf(cases: readonly SupportCase[]): CaseEntry[] {
  return cases
    .flatMap((one): CaseEntry[] => [
      { kind: 'opened', at: one.createdAt, case: one },
      ...one.texts
        .filter((text) => text.author === 'staff')
        .map((text): CaseEntry => ({ kind: 'reply', at: text.createdAt, case: one, text })),
    ])
    .toSorted((one, other) => one.at.localeCompare(other.at));
}
