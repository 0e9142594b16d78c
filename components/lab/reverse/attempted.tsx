import { Figure, Figures } from '#components/bill/figure.tsx';
import { Link } from '#components/ui/link.tsx';
import type { ReverseResult } from '#lib/contract/lab/level.ts';
import { share } from '../matrix/columns.ts';
import { OutcomeBadge } from '../outcome/outcome-badge.tsx';
import { runHref } from '../run/run-href.ts';
import { count } from '../run/words.ts';
import type { Attempt } from './use-reverse.ts';

type AttemptedProps = { attempt: Attempt; titles: Readonly<Record<string, string>> };

/** What a set of defences came to. */
export function Attempted({ attempt, titles }: AttemptedProps) {
  if (attempt.status === 'failed')
    return (
      <p role="alert" className="bg-warn-soft text-warn rounded-xl px-4 py-3 text-sm">
        {attempt.message}
      </p>
    );
  return (
    <div aria-live="polite" className="grid gap-4 empty:hidden">
      {attempt.status === 'running' && (
        <p className="text-quiet text-sm">Every attack, then every honest task. This takes a while.</p>
      )}
      {attempt.status === 'done' && <Result result={attempt.result} titles={titles} />}
    </div>
  );
}

function Result({ result, titles }: { result: ReverseResult; titles: AttemptedProps['titles'] }) {
  const { landed, usefulness, solved, keeps } = result;
  return (
    <>
      <p className={solved ? 'text-good text-lg font-semibold' : 'text-bad text-lg font-semibold'}>
        {solved ? 'It holds, and the product still works.' : whyNot(result)}
      </p>
      <Figures>
        <Figure name="Landed">{landed.length}</Figure>
        <Figure name="Honest tasks">{share(usefulness.completed, usefulness.tasks)} %</Figure>
        <Figure name="Wrongly blocked">{usefulness.falseBlocks}</Figure>
      </Figures>
      {landed.length > 0 && (
        <ul
          className="grid max-h-80 gap-1.5 overflow-auto text-sm"
          tabIndex={0}
          aria-label="Attacks that landed"
        >
          {landed.map((id) => (
            <li key={id} className="flex items-center gap-2">
              <OutcomeBadge outcome="landed" />
              <Link href={runHref(id, { keeps })} className="min-w-0 hover:underline">
                {titles[id] ?? id}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function whyNot({ landed }: ReverseResult): string {
  if (landed.length > 0) return `${count(landed.length, 'attack')} still landed.`;
  return 'Nothing lands, but honest people no longer get their work done.';
}
