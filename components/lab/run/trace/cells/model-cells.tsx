import { Badge } from '#components/ui/badge.tsx';
import type { TraceOf } from '#lib/contract/lab/trace.ts';
import { Written } from '../../../written.tsx';
import { Clip } from './clip.tsx';

/** What the model wrote and asked for, before any guard saw it. */
export function ModelCell({ model }: { model: TraceOf<'model'>['data'] }) {
  const { text, calls } = model;
  return (
    <>
      {calls.map((call, at) => (
        <p key={at} className="font-mono text-[0.8125rem] [overflow-wrap:anywhere]">
          <span className="font-semibold">{call.name}</span>
          <span className="text-quiet">({call.argumentsJson})</span>
        </p>
      ))}
      {text !== '' && (
        <Clip>
          <div>
            <Written text={text} />
          </div>
        </Clip>
      )}
      {text === '' && calls.length === 0 && <p className="text-quiet">Nothing at all.</p>}
    </>
  );
}

export function ToolCell({ tool }: { tool: TraceOf<'tool'>['data'] }) {
  const isDenied = tool.status === 'denied';
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="font-mono text-[0.8125rem] font-semibold [overflow-wrap:anywhere]">{tool.name}</span>
      <Badge tone={isDenied ? 'good' : 'neutral'}>{isDenied ? 'denied' : 'done'}</Badge>
      <span className="text-quiet [overflow-wrap:anywhere]">{tool.summary}</span>
    </p>
  );
}
