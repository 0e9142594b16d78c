import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { PageHead, Section, Sheet } from '#components/bill/section.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import type { Attack } from '#lib/contract/lab/attack.ts';
import type { Matrix } from '#lib/contract/lab/matrix.ts';
import type { Defence, Profile } from '#lib/contract/lab/profile.ts';
import { CATEGORY_WORDS } from '../catalogue-words.ts';
import { Hints } from '../hints.tsx';
import { runHref } from '../run/run-href.ts';
import { STOPPER_WORDS } from '../run/words.ts';
import { AttackResults } from './attack-results.tsx';
import { AttackSteps } from './attack-steps.tsx';
import { Difficulty } from './difficulty.tsx';
import { Mappings } from './mapping-badges.tsx';

type AttackPageProps = {
  attack: Attack;
  defence: Defence | undefined;
  profiles: readonly Profile[];
  /** What the oracle looks at, in words. */
  oracle: readonly string[];
  results: Matrix['attacks'][number]['results'] | null;
};

/** Everything about one attack. Nothing of it is secret: whoever defends has to know it first. */
export function AttackPage({ attack, defence, profiles, oracle, results }: AttackPageProps) {
  return (
    <>
      <PageHead
        title={attack.title}
        actions={
          <Button look="primary" size="large" asChild>
            <Link href={runHref(attack.id)}>
              <Play aria-hidden /> Run it
            </Link>
          </Button>
        }
      >
        {attack.goal}
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div>
          <Section title="The story">
            <p className="max-w-prose text-base leading-relaxed">{attack.story}</p>
          </Section>
          <Section title="The attack, word for word">
            <AttackSteps attack={attack} />
          </Section>
          <Section title="When it counts as landed">
            <Lines lines={oracle} />
          </Section>
          {results && (
            <Section title="Last measured">
              <AttackResults attackId={attack.id} results={results} profiles={profiles} />
            </Section>
          )}
          <Section title="Hints">
            <Hints hints={attack.hints} />
          </Section>
        </div>
        <Aside attack={attack} defence={defence} />
      </div>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="grid max-w-prose list-disc gap-1 pl-5">
      {lines.map((line) => (
        <li key={line} className="[overflow-wrap:anywhere]">
          {line}
        </li>
      ))}
    </ul>
  );
}

function Aside({ attack, defence }: Pick<AttackPageProps, 'attack' | 'defence'>) {
  return (
    <Sheet className="grid content-start gap-5 self-start p-5">
      <div className="flex flex-wrap items-center gap-2.5">
        <Badge tone="accent">{CATEGORY_WORDS[attack.category]}</Badge>
        {attack.language !== 'en' && <Badge>{attack.language}</Badge>}
        <Difficulty value={attack.difficulty} />
      </div>
      <Part title={`What stops it: ${defence?.title ?? attack.defence.id}`}>{attack.defence.why}</Part>
      <Part title={`The fix in the code: ${STOPPER_WORDS[attack.fix.stage]}`}>
        {attack.fix.what}{' '}
        <code className="text-quiet block pt-1 font-mono text-xs">{readmeOf(attack.fix.stage)}</code>
      </Part>
      {attack.seen.length > 0 && (
        <Part title="Where it happened">
          <ul className="grid gap-2">
            {attack.seen.map(({ title, url, year }) => (
              <li key={url}>
                <a
                  href={url}
                  target="_blank"
                  rel="noopener noreferrer"
                  className="text-accent underline underline-offset-4"
                >
                  {title}
                </a>{' '}
                <span className="text-quiet tabular">{year}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Mappings mappings={attack.mappings} />
    </Sheet>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 text-sm">
      <h2 className="text-[0.9375rem] font-semibold">{title}</h2>
      <div>{children}</div>
    </div>
  );
}

/** Where the stage says what it answers and how it fails. */
function readmeOf(stage: Attack['fix']['stage']): string {
  const elsewhere: Partial<Record<Attack['fix']['stage'], string>> = {
    billing: 'lib/billing/README.md',
    contract: 'lib/contract/',
    page: 'components/chat/markdown/',
    database: 'prisma/migrations/',
  };
  return elsewhere[stage] ?? `lib/stages/${stage}/README.md`;
}
