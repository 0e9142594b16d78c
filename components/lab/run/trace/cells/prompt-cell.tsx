import { Fold } from '#components/sent/fold.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { TraceOf } from '#lib/contract/lab/trace.ts';
import { count } from '../../words.ts';
import { markFences } from './mark-fences.ts';

const SPEAKERS: Readonly<Record<string, string>> = {
  system: 'Our instructions',
  user: 'The person',
  assistant: 'The model, earlier',
  tool: 'What was looked up',
};

/** The request to the model, word for word. The last message is open; what stands before it unfolds. */
export function PromptCell({ prompt }: { prompt: TraceOf<'prompt'>['data'] }) {
  const { messages, tools } = prompt;
  const last = messages.at(-1);
  const earlier = messages.slice(0, -1);
  return (
    <>
      {earlier.length > 0 && (
        <Fold title={`${count(earlier.length, 'message')} before it`}>
          {earlier.map((message, at) => (
            <Message key={at} message={message} />
          ))}
        </Fold>
      )}
      {last && <Message message={last} />}
      <p className="text-quiet text-xs [overflow-wrap:anywhere]">
        {tools.length === 0 ? 'No tools were offered.' : `Tools on offer: ${tools.join(', ')}`}
      </p>
    </>
  );
}

function Message({ message }: { message: { role: string; content: string } }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <span className="text-quiet text-[0.8125rem]">{SPEAKERS[message.role] ?? message.role}</span>
      <pre
        className="bg-sunken max-h-64 overflow-auto rounded-lg p-3 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap"
        tabIndex={0}
      >
        {markFences(message.content).map((part, at) => (
          <span key={at} className={classNames(part.isFence && 'text-accent font-semibold')}>
            {part.text}
          </span>
        ))}
      </pre>
    </div>
  );
}
