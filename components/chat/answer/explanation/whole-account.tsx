import { CardView } from '#components/cards/card-view.tsx';
import { AnswerText } from '#components/chat/markdown/answer-text.tsx';
import type { Explanation } from '#lib/contract/explain.ts';
import { claimsLine } from '../receipt-words.ts';
import { ContestedLine } from './contested-line.tsx';
import { ExplainedChanges } from './explained-changes.tsx';
import { ExplainedOrigin } from './explained-origin.tsx';
import { Protections, Reads } from './parts.tsx';

const GONE = 'What was looked up and checked for this answer is no longer kept; the answer still is.';
const NOTHING_READ = 'Nothing was looked up for this answer.';

/** The account of one answer as a page of its own, to read through or to print. */
export function WholeAccount({ explanation, timeZone }: { explanation: Explanation; timeZone: string }) {
  const { text, claims, facts, stages, changes, contested, finish, lookupsRemoved } = explanation;
  const cards = facts.filter((fact) => fact.card && fact.status === 'done');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8 text-[0.9375rem]">
      <Chapter title={finish === 'blocked' ? 'What you were told' : 'The answer'}>
        <div className="border-line max-w-prose border-l-2 pl-4">
          {text === '' ? 'Nothing was answered.' : <AnswerText text={text} claims={claims} />}
        </div>
        <ContestedLine contested={contested} />
      </Chapter>
      <Chapter title="The facts it used">
        {facts.length === 0 ? <p>{lookupsRemoved ? GONE : NOTHING_READ}</p> : <Reads tools={facts} />}
        <p className="text-quiet">{claimsLine(claims)}</p>
        {cards.map((fact) => fact.card && <CardView key={fact.callId} card={fact.card} />)}
      </Chapter>
      <Chapter title="Who decided">
        <ExplainedChanges changes={changes} timeZone={timeZone} />
      </Chapter>
      <Chapter title="What was checked">
        <Protections events={stages} />
      </Chapter>
      <Chapter title="Who wrote it, under which rules">
        <ExplainedOrigin explanation={explanation} timeZone={timeZone} />
      </Chapter>
    </div>
  );
}

function Chapter({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}
