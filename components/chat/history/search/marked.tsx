import type { MatchRange } from '#lib/contract/search.ts';

/** A text with what was found in it marked. */
export function Marked({ text, ranges }: { text: string; ranges: readonly MatchRange[] }) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push(
      text.slice(at, start),
      <mark key={start} className="bg-accent-soft text-ink rounded-sm font-semibold">
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
