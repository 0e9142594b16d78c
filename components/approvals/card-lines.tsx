import { Quote } from 'lucide-react';
import type { CardLine, Origin } from '#lib/contract/approvals.ts';
import { Visible } from './visible.tsx';
import { ORIGIN_WORDS, type Side } from './words.ts';

/** Rows of a card, whole: nothing is shortened, nothing hidden, and what others wrote says so. */
export function CardLines({ lines, side }: { lines: readonly CardLine[]; side: Side }) {
  if (lines.length === 0) return null;
  return (
    <dl className="divide-line border-line divide-y border-y">
      {lines.map((line, index) => (
        <div
          key={index}
          className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]"
          data-origin={line.origin}
        >
          <dt className="text-quiet text-[0.875rem]">
            <Visible text={line.label} />
          </dt>
          <dd className="tabular min-w-0 font-medium">
            <Visible text={line.value} />
            <OriginNote origin={line.origin} side={side} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OriginNote({ origin, side }: { origin: Origin | undefined; side: Side }) {
  if (origin === 'third_party') {
    return (
      <span className="bg-warn-soft text-warn mt-1.5 flex w-fit gap-2 rounded-lg px-2.5 py-1.5 text-[0.8125rem] font-medium">
        <Quote className="mt-0.5 size-3.5 shrink-0" aria-hidden />
        {ORIGIN_WORDS[side].third_party}
      </span>
    );
  }
  if (origin === 'assistant') {
    return (
      <span className="text-quiet mt-0.5 block text-[0.8125rem] font-normal">
        {ORIGIN_WORDS[side].assistant}
      </span>
    );
  }
  return null;
}
