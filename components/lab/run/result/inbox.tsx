import { Inbox as InboxIcon } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import type { InboxHit, TraceEvent } from '#lib/contract/lab/trace.ts';
import { eventsOf } from '../pane.ts';
import { count, HIT_WORDS } from '../words.ts';
import { readQuery } from './read-query.ts';

/** More requests than these are counted, not listed. */
const LISTED = 5;

/** What reached the attacker: a real listener on this machine counted it. */
export function Inbox({ events }: { events: readonly TraceEvent[] }) {
  const hits = eventsOf(events, 'inbox').map(({ data }) => data);
  const bytes = hits.reduce((sum, hit) => sum + hit.bytes, 0);
  return (
    <div className="grid gap-2.5" data-inbox={hits.length}>
      <p
        className={classNames(
          'tabular flex items-center gap-2.5 text-xl leading-tight font-semibold',
          hits.length > 0 && 'text-bad text-[1.625rem] tracking-tight',
        )}
      >
        <InboxIcon className="size-5 shrink-0" aria-hidden />
        {hits.length === 0 ? 'Empty' : `${count(hits.length, 'request')}, ${count(bytes, 'byte')}`}
      </p>
      {hits.length > 0 && <InboxHits hits={hits} />}
    </div>
  );
}

/** Requests as they arrived, address and all. */
export function InboxHits({ hits }: { hits: readonly InboxHit[] }) {
  return (
    <>
      <ul className="grid gap-2">
        {hits.slice(0, LISTED).map((hit, at) => (
          <Hit key={at} hit={hit} />
        ))}
      </ul>
      {hits.length > LISTED && (
        <p className="text-quiet text-sm">and {hits.length - LISTED} more like these</p>
      )}
    </>
  );
}

function Hit({ hit }: { hit: InboxHit }) {
  const read = readQuery(hit.query);
  const query = hit.query === '' ? '' : `?${hit.query.replace(/^\?/, '')}`;
  return (
    <li className="border-line bg-ink text-page dark:bg-page dark:text-ink grid gap-1 rounded-lg border px-3 py-2 font-mono text-[0.8125rem] [overflow-wrap:anywhere]">
      <span>
        {hit.method} {hit.path}
        {query}
      </span>
      {hit.body !== '' && <span>{hit.body}</span>}
      {read && <span className="font-sans font-semibold">reads: {read}</span>}
      <span className="font-sans text-xs opacity-80">
        {count(hit.bytes, 'byte')} · {HIT_WORDS[hit.by]}
      </span>
    </li>
  );
}
