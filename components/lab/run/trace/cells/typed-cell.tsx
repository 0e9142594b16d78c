import { Badge } from '#components/ui/badge.tsx';
import type { TraceOf } from '#lib/contract/lab/trace.ts';
import { Written } from '../../../written.tsx';
import { ACTOR_WORDS } from '../../words.ts';
import { Clip } from './clip.tsx';

/** A message as it was typed, and below it as it is stored and read, where that differs. */
export function TypedCell({ typed }: { typed: TraceOf<'typed'>['data'] }) {
  const { as, text, canonical, removed } = typed;
  return (
    <>
      <p className="text-quiet text-[0.8125rem]">{ACTOR_WORDS[as]} types</p>
      <Clip>
        <div className="text-base leading-snug font-medium">
          <Written text={text} />
        </div>
      </Clip>
      {canonical !== text && (
        <>
          <p className="text-quiet text-[0.8125rem]">In canonical form</p>
          <Clip>
            <div>
              <Written text={canonical} />
            </div>
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
