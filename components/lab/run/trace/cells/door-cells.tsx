import { Badge } from '#components/ui/badge.tsx';
import { Fold } from '#components/sent/fold.tsx';
import { Words } from '#components/sent/words.tsx';
import type { TraceOf } from '#lib/contract/lab/trace.ts';
import { ACTOR_WORDS, count } from '../../words.ts';

/** From here on HTTP says no. */
const REFUSED_FROM = 400;

export function RequestCell({ request }: { request: TraceOf<'request'>['data'] }) {
  const { as, method, path, headers, body, bytes } = request;
  const names = Object.entries(headers);
  return (
    <>
      <p className="text-quiet text-[0.8125rem]">
        {ACTOR_WORDS[as]} sends {count(bytes, 'byte')}
      </p>
      <p className="font-mono text-[0.8125rem] font-semibold [overflow-wrap:anywhere]">
        {method} {path}
      </p>
      {names.length > 0 && (
        <p className="font-mono text-xs [overflow-wrap:anywhere]">
          {names.map(([name, value]) => `${name}: ${value}`).join('\n')}
        </p>
      )}
      {body !== '' && <Words>{body}</Words>}
    </>
  );
}

export function AnswerCell({ answer }: { answer: TraceOf<'answer'>['data'] }) {
  const { status, code, body, bytes } = answer;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={status >= REFUSED_FROM ? 'good' : 'warn'}>
          {status >= REFUSED_FROM ? `refused, ${status}` : `answered, ${status}`}
        </Badge>
        {code && <span className="text-quiet font-mono text-xs">{code}</span>}
      </p>
      {body !== '' && (
        <Fold title={`The answer, ${count(bytes, 'byte')}`}>
          <Words>{body}</Words>
        </Fold>
      )}
    </>
  );
}

export function DecidedCell({ decided }: { decided: TraceOf<'decided'>['data'] }) {
  const { as, decision, answer, status } = decided;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>
        {ACTOR_WORDS[as]}: <span className="font-semibold">{decision}</span>
      </span>
      <Badge tone={status >= REFUSED_FROM ? 'good' : 'neutral'}>
        {answer} · {status}
      </Badge>
    </p>
  );
}

export function MeanwhileCell({ what }: { what: string }) {
  return <p>{what}</p>;
}
