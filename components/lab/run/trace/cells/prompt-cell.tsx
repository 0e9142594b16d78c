'use client';

import { useEffect, useRef } from 'react';
import { Fold } from '#components/sent/fold.tsx';
import type { TraceOf } from '#lib/contract/lab/trace.ts';
import { count } from '../../words.ts';
import { markPrompt, type PromptPart } from './mark-prompt.ts';

const SPEAKERS: Readonly<Record<string, string>> = {
  system: 'Our instructions',
  user: 'The person',
  assistant: 'The model, earlier',
  tool: 'What was looked up',
};

const LOOKS = {
  plain: '',
  fence: 'text-accent font-semibold',
  typed: 'bg-warn-soft text-warn rounded-sm font-semibold',
} as const satisfies Record<PromptPart['kind'], string>;

type PromptCellProps = {
  prompt: TraceOf<'prompt'>['data'];
  /** What was typed before: marked where it stands. */
  typed: readonly string[];
};

/** The request to the model, word for word. The last message is open; what stands before it unfolds. */
export function PromptCell({ prompt, typed }: PromptCellProps) {
  const { messages, tools } = prompt;
  const last = messages.at(-1);
  const earlier = messages.slice(0, -1);
  return (
    <>
      {earlier.length > 0 && (
        <Fold title={`${count(earlier.length, 'message')} before it`}>
          {earlier.map((message, at) => (
            <Message key={at} message={message} typed={typed} />
          ))}
        </Fold>
      )}
      {last && <Message message={last} typed={typed} />}
      <p className="text-quiet text-xs [overflow-wrap:anywhere]">
        {tools.length === 0 ? 'No tools were offered.' : `Tools on offer: ${tools.join(', ')}`}
      </p>
    </>
  );
}

type MessageProps = { message: { role: string; content: string }; typed: readonly string[] };

function Message({ message, typed }: MessageProps) {
  const box = useRef<HTMLPreElement>(null);
  useEffect(() => {
    // What was typed is what a reader looks for, and often stands below everything else.
    const mark = box.current?.querySelector<HTMLElement>('[data-kind="typed"]');
    if (box.current && mark) box.current.scrollTop = mark.offsetTop - box.current.clientHeight / 2;
  }, []);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <span className="text-quiet text-[0.8125rem]">{SPEAKERS[message.role] ?? message.role}</span>
      <pre
        ref={box}
        className="bg-sunken relative max-h-64 overflow-auto rounded-lg p-3 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap"
        tabIndex={0}
      >
        {markPrompt(message.content, typed).map(({ text, kind }, at) => (
          <span key={at} data-kind={kind} className={LOOKS[kind]}>
            {text}
          </span>
        ))}
      </pre>
    </div>
  );
}
