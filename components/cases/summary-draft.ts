import { invoicesOn } from '#components/chat/answer/receipt-words.ts';
import { LINKED_INVOICES_MAX } from '#lib/contract/cases.ts';
import type { Message } from '#lib/contract/conversations.ts';
import { TOPICS } from '#lib/contract/topics.ts';

export type SummaryDraft = { summary: string; invoices: readonly string[] };

/** Longest part of a question that is proposed, in characters. */
const QUESTION_CHARACTERS = 600;

type Shown = Pick<Message, 'role' | 'text' | 'tools'>;

/**
 * A first wording of what to tell a person, from what is on screen: the last question and the invoices on the cards under
 * it. The person edits it before anything is sent; no model has a part in it.
 */
export function draftSummary(messages: readonly Shown[]): SummaryDraft {
  const at = messages.findLastIndex(
    (message) => message.role === 'user' && message.text.trim() !== TOPICS.person.text,
  );
  const question = messages[at]?.text.trim() ?? '';
  if (question === '') return { summary: '', invoices: [] };
  const cut = question.length > QUESTION_CHARACTERS ? `${question.slice(0, QUESTION_CHARACTERS)}…` : question;
  const answer = messages[at + 1];
  const cards = answer?.tools.flatMap((tool) => (tool.status === 'done' ? (tool.card ?? []) : [])) ?? [];
  const invoices = [...new Set(cards.flatMap(invoicesOn))];
  // A long list of invoices was looked through, not asked about.
  return {
    summary: `I asked: “${cut}”\n\nWhat I need: `,
    invoices: invoices.length > LINKED_INVOICES_MAX ? [] : invoices,
  };
}
