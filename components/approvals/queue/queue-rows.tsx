'use client';

import { Link } from '#components/ui/link.tsx';
import { useEffect, useRef } from 'react';
import { Amount } from '#components/bill/amount.tsx';
import { Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { CHANGE_TABLE, type QueueItem } from '#lib/contract/approvals.ts';
import { When } from '#components/ui/when.tsx';
import { stateWords } from '../words.ts';
import { stepFor } from './step-for.ts';

type QueueRowsProps = { items: readonly QueueItem[]; timeZone: string };

/** The queue as rows that each lead to their case. j and k move anywhere on the page, arrows within the list, Enter opens. */
export function QueueRows({ items, timeZone }: QueueRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  // One listener for every key: a second one would take the same press for another step.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const links = [...(list.current?.querySelectorAll('a') ?? [])];
      const now = links.findIndex((link) => link === document.activeElement);
      const isOurs = event.key === 'j' || event.key === 'k' || now !== -1;
      const next =
        isOurs && !hasModifier(event) && !isWriting(event.target)
          ? stepFor(event.key, now, links.length)
          : null;
      if (next === null) return;
      event.preventDefault();
      links[next]?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Sheet>
      <ul ref={list} className="divide-line divide-y" aria-label="Queue">
        {items.map((item) => (
          <QueueRow key={item.approvalId} item={item} timeZone={timeZone} />
        ))}
      </ul>
    </Sheet>
  );
}

function QueueRow({ item, timeZone }: { item: QueueItem; timeZone: string }) {
  const { badge, tone } = stateWords(item.state, 'approver');
  return (
    <li className="hover:bg-sunken/60 focus-within:bg-sunken/60 relative transition-colors">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-3">
        <Link
          href={`/admin/approvals/${item.approvalId}`}
          prefetch={false}
          className="font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--accent)"
        >
          {CHANGE_TABLE[item.tool].label} for {item.customer}
        </Link>
        {item.amount ? <Amount value={item.amount} className="text-right font-medium" /> : <span />}
        <span className="text-quiet text-[0.8125rem]">
          Confirmed <When at={item.confirmedAt} timeZone={timeZone} long />
        </span>
        <span className="justify-self-end">
          <Badge tone={tone}>{badge}</Badge>
        </span>
      </div>
    </li>
  );
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
