import { Section, Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { Absent } from '#lib/contract/lab/level.ts';

/** Each kind that is absent: why, and what it would take. */
export function AbsentList({ absent }: { absent: readonly Absent[] }) {
  return absent.map((kind) => (
    <Section
      key={kind.id}
      id={kind.id}
      title={kind.title}
      aside={
        <span className="flex flex-wrap gap-1.5">
          {kind.owasp.map((id) => (
            <Badge key={id}>{id}</Badge>
          ))}
        </span>
      }
    >
      <Sheet className="grid gap-4 p-5">
        <Part title="Why there is none">{kind.why}</Part>
        <Part title="What it would take">{kind.wouldTake}</Part>
      </Sheet>
    </Section>
  ));
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <div className="grid gap-1">
      <h3 className="text-quiet text-[0.8125rem]">{title}</h3>
      <p className="max-w-prose">{children}</p>
    </div>
  );
}
