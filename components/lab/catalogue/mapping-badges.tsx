import { Badge } from '#components/ui/badge.tsx';
import type { Attack } from '#lib/contract/lab/attack.ts';

const LISTS = [
  { key: 'owasp', name: 'OWASP Top 10 for LLM applications' },
  { key: 'agentic', name: 'OWASP Top 10 for agentic applications' },
  { key: 'atlas', name: 'MITRE ATLAS' },
  { key: 'aisvs', name: 'OWASP AISVS' },
] as const;

/** Where an attack stands in the public lists; ids carry the year, because lists are numbered anew. */
export function Mappings({ mappings }: { mappings: Attack['mappings'] }) {
  return (
    <dl className="grid gap-3">
      {LISTS.filter(({ key }) => mappings[key].length > 0).map(({ key, name }) => (
        <div key={key} className="grid gap-1">
          <dt className="text-quiet text-[0.8125rem]">{name}</dt>
          <dd className="flex flex-wrap gap-1.5">
            {mappings[key].map((id) => (
              <Badge key={id} className="tabular">
                {id}
              </Badge>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
