import type { ErasePreview } from '#lib/contract/privacy.ts';

/** What an erasure takes, and what has to stay and why. */
export function EraseFacts({ preview }: { preview: ErasePreview }) {
  const goes = preview.goes.filter(({ count }) => count > 0);
  return (
    <div className="grid gap-4 text-sm">
      <div className="grid gap-1.5">
        <h3 className="font-semibold">This goes, for good</h3>
        <ul className="grid gap-1" aria-label="What goes">
          {goes.map(({ category, label, count }) => (
            <li key={category} className="flex justify-between gap-4">
              {label} <span className="tabular text-quiet">{count}</span>
            </li>
          ))}
          {goes.length === 0 && <li className="text-quiet">Nothing is stored.</li>}
        </ul>
      </div>
      <details>
        <summary className="w-fit cursor-pointer rounded-md font-semibold">This has to stay, and why</summary>
        <ul className="mt-1.5 grid gap-2" aria-label="What stays">
          {preview.stays.map(({ category, label, why, until }) => (
            <li key={category}>
              {label}: {until}.<span className="text-quiet block">{why}.</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
