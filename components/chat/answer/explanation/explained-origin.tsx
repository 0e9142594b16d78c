import { When } from '#components/ui/when.tsx';
import type { Explanation } from '#lib/contract/explain.ts';

/** Who wrote it and when, under which versions of rules and instructions. */
export function ExplainedOrigin({ explanation, timeZone }: { explanation: Explanation; timeZone: string }) {
  const { versions, askedAt, expiresAt, generatedBy } = explanation;
  const rows = [
    {
      name: 'Written by',
      value:
        generatedBy === 'model'
          ? `an AI system, model ${versions.model}`
          : 'fixed words of ours; no model was asked',
    },
    { name: 'Asked', value: <When at={askedAt} timeZone={timeZone} long /> },
    { name: 'Rules', value: versions.policy },
    { name: 'Instructions', value: versions.prompt },
    { name: 'Kept until', value: <When at={expiresAt} timeZone={timeZone} long /> },
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
      {rows.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-quiet">{name}</dt>
          <dd className="[overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
