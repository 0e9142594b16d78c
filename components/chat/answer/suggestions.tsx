import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import type { Suggestion } from '#lib/contract/chat.ts';

/** Follow-ups as chips. Those with an address lead to a page or a person, the others send their text. */
export function Suggestions({
  items,
  onPick,
}: {
  items: readonly Suggestion[];
  onPick: (text: string) => void;
}) {
  if (items.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2" aria-label="Suggestions">
      {items.map((item) => (
        <li key={item.label}>
          {item.href && isSafeHref(item.href) ? (
            <Button size="small" className="h-9 rounded-full px-3.5" asChild>
              <Link href={item.href}>
                {item.label} <ArrowRight aria-hidden />
              </Link>
            </Button>
          ) : (
            <Button size="small" className="h-9 rounded-full px-3.5" onClick={() => onPick(item.text)}>
              {item.label}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Our own pages and plain mail links only. */
export function isSafeHref(href: string): boolean {
  return /^\/(?![/\\])/.test(href) || /^mailto:[\w.+-]+@[\w.-]+$/.test(href);
}
