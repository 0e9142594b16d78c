import type { TraceEvent } from '#lib/contract/lab/trace.ts';
import { Written } from '../../written.tsx';
import { Clip } from '../trace/cells/clip.tsx';
import { eventsOf } from '../pane.ts';

/** The last answer as it left, after every guard: what whoever typed got for it. */
export function Seen({ events }: { events: readonly TraceEvent[] }) {
  const last = eventsOf(events, 'left').at(-1)?.data;
  const refusal = eventsOf(events, 'answer').at(-1)?.data;
  if (last)
    return (
      <Clip>
        <div className="text-base leading-snug">
          {last.text === '' ? (
            <span className="text-quiet">Nothing at all.</span>
          ) : (
            <Written text={last.text} />
          )}
        </div>
      </Clip>
    );
  if (refusal)
    return (
      <p className="text-base">
        HTTP {refusal.status}{' '}
        {refusal.code && <code className="text-quiet font-mono text-sm">{refusal.code}</code>}
      </p>
    );
  return <p className="text-quiet text-sm">No answer yet.</p>;
}
