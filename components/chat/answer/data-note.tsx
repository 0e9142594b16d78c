import { ShieldAlert } from 'lucide-react';
import type { StageEvent, ToolEvent } from '#lib/contract/chat.ts';

/**
 * Says that something which was looked up tried to give the assistant instructions. A quiet chip, not an alarm: it was read
 * as data, like everything else on a bill.
 */
export function DataNote({ stages, tools }: { stages: readonly StageEvent[]; tools: readonly ToolEvent[] }) {
  if (!stages.some(({ reason }) => reason === 'instructions_in_data')) return null;
  return (
    <p
      className="border-line bg-surface text-quiet inline-flex w-fit items-center gap-2 rounded-full border px-3 py-1 text-[0.8125rem]"
      data-instructions-in-data
    >
      <ShieldAlert className="text-warn size-3.5 shrink-0" aria-hidden />
      {sourceOf(tools)} tried to give the assistant instructions; it was treated as data.
    </p>
  );
}

/** Where it stood, as far as the cards tell: a memo of a named invoice, or simply something on the bill. */
function sourceOf(tools: readonly ToolEvent[]): string {
  const numbers = tools.flatMap(({ card }) =>
    card?.type === 'invoice' && card.invoice.memo !== null ? [card.invoice.number] : [],
  );
  const [number, ...others] = new Set(numbers);
  return number && others.length === 0 ? `The memo of invoice ${number}` : 'Text on your bill';
}
