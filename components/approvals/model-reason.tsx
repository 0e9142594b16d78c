import { ChevronDown } from 'lucide-react';
import { Visible } from './visible.tsx';

/** The model's own words: folded away, marked, and never more than plain characters. */
export function ModelReason({ text }: { text: string }) {
  return (
    <details className="group text-[0.875rem]" data-model-reason>
      <summary className="text-quiet hover:text-ink inline-flex min-h-8 cursor-pointer list-none items-center gap-1.5 rounded-md [&::-webkit-details-marker]:hidden">
        What the assistant said about it
        <ChevronDown className="size-3.5 transition-transform group-open:rotate-180" aria-hidden />
      </summary>
      <div className="border-line-strong mt-1 border-l-2 border-dashed pl-3">
        <p className="text-quiet text-[0.8125rem]">The assistant’s words, not checked</p>
        <p className="mt-0.5">
          <Visible text={text} />
        </p>
      </div>
    </details>
  );
}
