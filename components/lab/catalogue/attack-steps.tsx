import { Sheet } from '#components/bill/section.tsx';
import { Fold } from '#components/sent/fold.tsx';
import type { Attack } from '#lib/contract/lab/attack.ts';
import { Written } from '../written.tsx';
import { describeStep, PLANT_WORDS } from './step-words.ts';

/** What stands in the ledger before, and what is done then, step by step. */
export function AttackSteps({ attack }: { attack: Attack }) {
  return (
    <Sheet>
      <ol className="divide-line divide-y">
        {attack.plants.map(({ place, text }, at) => (
          <StepRow key={`plant-${at}`} says={`${PLANT_WORDS[place]}, planted before it begins`} text={text} />
        ))}
        {attack.steps.map((step, at) => (
          <StepRow key={at} {...describeStep(step, attack.as)}>
            {step.do === 'say' && step.model && (
              <Fold title="What the attacker’s own model answers, round by round">
                <pre
                  className="bg-sunken max-h-64 overflow-auto rounded-lg p-3 font-mono text-xs [overflow-wrap:anywhere] whitespace-pre-wrap"
                  tabIndex={0}
                >
                  {JSON.stringify(step.model, null, 1)}
                </pre>
              </Fold>
            )}
          </StepRow>
        ))}
      </ol>
    </Sheet>
  );
}

type StepRowProps = { says: string; text: string | null; children?: React.ReactNode };

function StepRow({ says, text, children }: StepRowProps) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-1.5 px-5 py-4">
      <p className="text-quiet text-sm">{says}</p>
      {text !== null && (
        <blockquote className="max-h-72 overflow-auto text-base leading-snug font-medium" tabIndex={0}>
          <Written text={text} />
        </blockquote>
      )}
      {children}
    </li>
  );
}
