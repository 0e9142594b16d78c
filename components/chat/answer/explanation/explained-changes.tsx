import { When } from '#components/ui/when.tsx';
import { STATE_WORDS } from '#components/approvals/words.ts';
import type { ExplainedChange } from '#lib/contract/explain.ts';

const DECIDERS = { you: 'You agreed', finance: 'A finance colleague countersigned' } as const;

/** What the assistant proposed, and that people decided: who, when, and what came of it. */
export function ExplainedChanges({
  changes,
  timeZone,
}: {
  changes: readonly ExplainedChange[];
  timeZone: string;
}) {
  if (changes.length === 0) {
    return (
      <p>
        Nothing was changed or proposed. The assistant can look things up and propose; only a person’s press
        changes anything.
      </p>
    );
  }
  return (
    <ul className="grid gap-2.5">
      {changes.map((change) => (
        <li key={change.approvalId} className="grid gap-0.5">
          <span className="font-medium">{change.title}</span>
          <span>{change.effect || outcomeWords(change)}</span>
          {change.approvals.map(({ by, at }) => (
            <span key={by} className="text-quiet">
              {DECIDERS[by]}, <When at={at} timeZone={timeZone} long />
            </span>
          ))}
          {change.approvals.length === 0 && change.state === 'rejected' && (
            <span className="text-quiet">
              A person decided against it
              {change.endedAt && (
                <>
                  , <When at={change.endedAt} timeZone={timeZone} long />
                </>
              )}
            </span>
          )}
          <span className="text-quiet">
            {change.people === 2 ? 'Two people had to agree' : 'One person had to agree'} · rules of{' '}
            {change.policyVersion}
          </span>
        </li>
      ))}
    </ul>
  );
}

function outcomeWords({ state }: ExplainedChange): string {
  return state === 'pending' ? 'Waits for your decision. Nothing has changed yet.' : STATE_WORDS[state].words;
}
