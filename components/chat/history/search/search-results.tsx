'use client';

import { SearchX } from 'lucide-react';
import type { RefObject } from 'react';
import { useLocale } from '#components/bill/locale.tsx';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Link } from '#components/ui/link.tsx';
import type { SearchHit } from '#lib/contract/search.ts';
import { Marked } from './marked.tsx';
import { announcement } from './search-words.ts';
import type { SearchState } from './use-search.ts';

type SearchResultsProps = {
  state: SearchState;
  list: RefObject<HTMLUListElement | null>;
  timeZone: string;
  /** The conversation on screen. */
  current: string | null;
  onOpen: () => void;
  onRetry: () => void;
  /** Back to the field: Escape, or arrow up from the first hit. */
  onBack: () => void;
};

/** What was found, newest first: each leads to the conversation, at the message where there is one. */
export function SearchResults({
  state,
  list,
  timeZone,
  current,
  onOpen,
  onRetry,
  onBack,
}: SearchResultsProps) {
  const { status, hits, problem } = state;
  return (
    <section aria-label="Found conversations" className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <p role="status" className="text-quiet px-3 pt-1 pb-0.5 text-xs">
        {announcement(state)}
      </p>
      {status === 'done' && hits.length === 0 && (
        <div className="text-quiet grid justify-items-center gap-2 px-3 py-8 text-center text-sm">
          <SearchX className="size-6" aria-hidden />
          <p>Try fewer or shorter words. Temporary chats are never searched.</p>
        </div>
      )}
      {problem && (
        <div role="alert" className="bg-warn-soft text-warn grid gap-2 rounded-lg px-3 py-2.5 text-sm">
          {problem.message}
          <Button size="small" className="text-ink justify-self-start" onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
      <ul
        ref={list}
        className={classNames(
          'grid grid-cols-[minmax(0,1fr)] gap-0.5',
          status === 'searching' && 'opacity-70',
        )}
      >
        {hits.map((hit) => (
          <Hit
            key={hit.conversationId}
            hit={hit}
            timeZone={timeZone}
            current={current}
            onOpen={onOpen}
            onBack={onBack}
          />
        ))}
      </ul>
    </section>
  );
}

type HitProps = {
  hit: SearchHit;
  timeZone: string;
  current: string | null;
  onOpen: () => void;
  onBack: () => void;
};

function Hit({ hit, timeZone, current, onOpen, onBack }: HitProps) {
  const { message } = hit;
  const day = new Intl.DateTimeFormat(useLocale(), { day: 'numeric', month: 'short', timeZone });
  return (
    <li>
      <Link
        href={`/c/${hit.conversationId}${message ? `?m=${message.id}` : ''}`}
        prefetch={false}
        onClick={onOpen}
        onKeyDown={(event) => moveFocus(event, onBack)}
        aria-current={current === hit.conversationId ? 'page' : undefined}
        className={classNames(
          'hover:bg-sunken grid grid-cols-[minmax(0,1fr)] gap-0.5 rounded-lg px-3 py-2 transition-colors',
          current === hit.conversationId && 'bg-accent-soft hover:bg-accent-soft',
        )}
      >
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 grow truncate text-sm font-medium">
            <Marked text={hit.title} ranges={hit.titleRanges} />
          </span>
          <time className="text-quiet shrink-0 text-xs" dateTime={message?.createdAt ?? hit.updatedAt}>
            {day.format(new Date(message?.createdAt ?? hit.updatedAt))}
          </time>
        </span>
        {message && (
          <span className="text-quiet line-clamp-2 text-[0.8125rem] leading-snug [overflow-wrap:anywhere]">
            {message.role === 'user' ? 'You: ' : ''}
            <Marked text={message.snippet} ranges={message.ranges} />
          </span>
        )}
      </Link>
    </li>
  );
}

/** Arrow keys walk the hits; up from the first and Escape lead back to the field. */
function moveFocus(event: React.KeyboardEvent<HTMLAnchorElement>, onBack: () => void): void {
  if (event.key === 'Escape') {
    event.stopPropagation();
    event.preventDefault();
    return onBack();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const links = [...(event.currentTarget.closest('ul')?.querySelectorAll('a') ?? [])];
  const at = links.indexOf(event.currentTarget) + step;
  if (at < 0) onBack();
  else links[Math.min(at, links.length - 1)]?.focus();
}
