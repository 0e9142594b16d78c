import { Section, Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import type { Sent, SentBody, SentCallDto } from '#lib/contract/sent.ts';
import { Fold } from './fold.tsx';
import { countRepeated, otherParts, readSentBody } from './read-sent-body.ts';
import { SentMessages } from './sent-messages.tsx';
import { Words } from './words.tsx';

/** Every request of a turn, in the order in which they left. */
export function SentRequests({ calls }: { calls: Sent['calls'] }) {
  const bodies = calls.map(({ body }) => readSentBody(body));
  return calls.map((call, at) => (
    <Request
      key={call.body}
      call={call}
      body={bodies[at] ?? null}
      before={bodies[at - 1] ?? null}
      place={{ number: at + 1, of: calls.length }}
    />
  ));
}

type RequestProps = {
  call: SentCallDto;
  body: SentBody | null;
  before: SentBody | null;
  place: { number: number; of: number };
};

function Request({ call, body, before, place }: RequestProps) {
  const repeated = body && before ? countRepeated(before.messages, body.messages) : 0;
  const bytes = new TextEncoder().encode(call.body).length;
  return (
    <Section title={`Request ${place.number} of ${place.of}`} aside={`${bytes.toLocaleString('en')} bytes`}>
      <Sheet className="grid grid-cols-[minmax(0,1fr)] gap-4 px-5 py-4">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 [overflow-wrap:anywhere]">
          To {call.provider} ({call.host}), model {call.model}
          {call.isSecond && <Badge>the first provider did not answer</Badge>}
        </p>
        {body && <SentMessages messages={body.messages} repeated={repeated} />}
        {body && <Parameters body={body} />}
        {body && <Tools tools={body.tools} />}
        <Fold title="The whole request, word for word">
          <Words>{call.body}</Words>
        </Fold>
      </Sheet>
    </Section>
  );
}

function Parameters({ body }: { body: SentBody }) {
  return (
    <Fold title="What else it asked for">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 font-mono text-xs">
        {otherParts(body).map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}

function Tools({ tools }: { tools: SentBody['tools'] }) {
  if (tools.length === 0) return <p className="text-quiet text-sm">No tools were offered.</p>;
  return (
    <Fold title={`${tools.length} tools it could ask for`}>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {tools.map(({ function: tool }) => (
          <li key={tool.name} className="grid grid-cols-[minmax(0,1fr)] gap-1">
            <span className="font-mono text-xs font-semibold">{tool.name}</span>
            <span className="text-sm">{tool.description}</span>
            <Words>{JSON.stringify(tool.parameters, null, 1)}</Words>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
