import type { Holding } from '#lib/contract/privacy.ts';

/** What is held about a person, by kind, as numbers. */
export function Holdings({ items }: { items: readonly Holding[] }) {
  return (
    <dl className="divide-line divide-y">
      {items.map(({ category, label, count }) => (
        <div key={category} className="flex items-baseline justify-between gap-6 px-5 py-2.5">
          <dt>{label}</dt>
          <dd className="tabular text-quiet" data-category={category}>
            {count}
          </dd>
        </div>
      ))}
    </dl>
  );
}
