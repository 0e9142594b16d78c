import { STATE_WORDS } from '#components/cases/case-words.ts';
import { Link } from '#components/ui/link.tsx';
import { caseNumber } from '#lib/contract/cases.ts';
import type { Explanation } from '#lib/contract/explain.ts';

/** That the person objected, and how far that is. Nothing where they did not. */
export function ContestedLine({ contested }: Pick<Explanation, 'contested'>) {
  if (!contested) return null;
  return (
    <p>
      You contested this answer.{' '}
      <Link href="/cases" className="text-accent underline underline-offset-4">
        {caseNumber(contested.caseId)}
      </Link>
      {': '}
      {STATE_WORDS[contested.state].label.toLowerCase()}.
    </p>
  );
}
