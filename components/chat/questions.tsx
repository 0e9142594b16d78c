import { ArrowRight } from 'lucide-react';
import type { Suggestion } from '#lib/contract/chat.ts';

/** Four questions that this person's own data makes interesting. A press sends one. */
export function Questions({
  items,
  onPick,
}: {
  items: readonly Suggestion[];
  onPick: (text: string) => void;
}) {
  return (
    <ul className="grid gap-2.5 sm:grid-cols-2" aria-label="Questions to start with">
      {items.map((item) => (
        <li key={item.text} className="grid">
          <button
            type="button"
            onClick={() => onPick(item.text)}
            className="group border-line bg-surface hover:border-accent-line hover:bg-accent-soft flex items-center justify-between gap-3 rounded-2xl border px-4 py-3 text-left transition-colors"
          >
            <span>
              <span className="text-quiet block text-[0.8125rem]">{item.label}</span>
              <span className="font-medium">{item.text}</span>
            </span>
            <ArrowRight
              className="text-quiet group-hover:text-accent size-4 shrink-0 transition-transform group-hover:translate-x-0.5"
              aria-hidden
            />
          </button>
        </li>
      ))}
    </ul>
  );
}
