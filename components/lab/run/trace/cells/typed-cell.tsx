import { Visible } from '#components/approvals/visible.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { TraceOf } from '#lib/contract/lab/trace.ts';
import { ACTOR_WORDS } from '../../words.ts';
import { Clip } from './clip.tsx';

/** A message as it was typed, and below it as it is stored and read, where that differs. */
export function TypedCell({ typed }: { typed: TraceOf<'typed'>['data'] }) {
  const { as, text, canonical, removed } = typed;
  return (
    <>
      <p className="text-quiet text-[0.8125rem]">{ACTOR_WORDS[as]} types</p>
      <Clip>
        <p className="text-base leading-snug font-medium">
          <Visible text={text} />
        </p>
      </Clip>
      {canonical !== text && (
        <>
          <p className="text-quiet text-[0.8125rem]">In canonical form</p>
          <Clip>
            <p>
              <Visible text={canonical} />
            </p>
          </Clip>
        </>
      )}
      {removed.length > 0 && (
        <p className="flex flex-wrap gap-1.5">
          {removed.map((kind) => (
            <Badge key={kind} tone="warn">
              {kind} taken out
            </Badge>
          ))}
        </p>
      )}
    </>
  );
}
