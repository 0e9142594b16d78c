import type { SentMessage } from '#lib/contract/sent.ts';
import { Words } from './words.tsx';

const SPEAKERS: Readonly<Record<string, string>> = {
  system: 'Our instructions',
  user: 'You',
  assistant: 'The model, earlier',
  tool: 'What was looked up',
};

/** The messages of one request, but for those that it repeats of the one before. */
export function SentMessages({ messages, repeated }: { messages: readonly SentMessage[]; repeated: number }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {repeated > 0 && (
        <p className="text-quiet text-sm">
          {repeated === 1 ? 'The first message is' : `The first ${repeated} messages are`} as in the request
          before, word for word. Then:
        </p>
      )}
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-3" start={repeated + 1}>
        {messages.slice(repeated).map((message, at) => (
          <li key={repeated + at} className="grid grid-cols-[minmax(0,1fr)] gap-1">
            <span className="text-quiet text-sm">{SPEAKERS[message.role] ?? message.role}</span>
            <Words>{wordsOf(message)}</Words>
          </li>
        ))}
      </ol>
    </div>
  );
}

function wordsOf({ content, tool_calls: calls = [] }: SentMessage): string {
  const asked = calls.map(({ function: call }) => `${call.name}(${call.arguments})`);
  return [content ?? '', ...asked].filter((text) => text !== '').join('\n');
}
