import { ArrowRight, UserRound } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { useWayToPerson } from '#components/cases/way-to-person.tsx';
import { Button } from '#components/ui/button.tsx';
import { BRAND } from '#lib/contract/brand.ts';
import { HANDOVER_HREF } from '#lib/contract/cases.ts';
import type { Suggestion } from '#lib/contract/chat.ts';

/** Follow-ups as chips. Those with an address lead to a page or open the way to a person, the others send their text. */
export function Suggestions({
  items,
  onPick,
}: {
  items: readonly Suggestion[];
  onPick: (text: string) => void;
}) {
  const way = useWayToPerson();
  if (items.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2" aria-label="Suggestions">
      {items.map((item) => (
        <li key={item.label}>
          {item.href === HANDOVER_HREF && way ? (
            <Button size="small" className="h-9 rounded-full px-3.5" onClick={way.handOver}>
              {item.label} <UserRound aria-hidden />
            </Button>
          ) : item.href && isSafeHref(item.href) ? (
            <Button size="small" className="h-9 rounded-full px-3.5" asChild>
              <Link href={item.href === HANDOVER_HREF ? `mailto:${BRAND.supportEmail}` : item.href}>
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
  return href === HANDOVER_HREF || /^\/(?![/\\])/.test(href) || /^mailto:[\w.+-]+@[\w.-]+$/.test(href);
}
