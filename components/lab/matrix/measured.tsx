import { Badge } from '#components/ui/badge.tsx';
import type { Matrix } from '#lib/contract/lab/matrix.ts';

/** Under which versions and seed the matrix was measured, so that anybody can measure the same again. */
export function Measured({ matrix }: { matrix: Matrix }) {
  const { versions, seed } = matrix;
  const facts = [
    ['Seed', String(seed)],
    ['Model', versions.model],
    ['Catalogue', versions.catalogue],
    ['Prompt', versions.prompt],
    ['Application', versions.application],
    ['Node', versions.node],
  ] as const;
  return (
    <div className="mt-6 grid gap-2">
      {versions.live && <Badge tone="warn">Measured with a live model: not repeatable</Badge>}
      <dl className="text-quiet flex flex-wrap gap-x-6 gap-y-1 text-[0.8125rem]">
        {facts.map(([name, value]) => (
          <div key={name} className="flex gap-1.5">
            <dt>{name}</dt>
            <dd className="text-ink tabular font-medium [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
