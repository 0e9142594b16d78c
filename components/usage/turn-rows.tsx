import { When } from '#components/ui/when.tsx';
import type { UsageTurn } from '#lib/contract/usage.ts';
import { Cost, Count } from './cost.tsx';

/** What each answer cost, newest first. Nothing of what was said. */
export function TurnRows({ turns, timeZone }: { turns: readonly UsageTurn[]; timeZone: string }) {
  return (
    <ul className="divide-line divide-y" aria-label="Answers and what they cost">
      {turns.map(
        ({ turnId, at, model, inputTokens, outputTokens, costMicroUsd, estimated, priced }, index) => (
          // A turn that was answered again after it was lost has two entries.
          <li
            key={`${turnId} ${index}`}
            className="flex items-baseline justify-between gap-4 px-4 py-2.5 sm:px-5"
          >
            <span className="grid min-w-0 gap-0.5">
              <When at={at} timeZone={timeZone} />
              <span className="text-quiet text-[0.8125rem] [overflow-wrap:anywhere]">
                {model} · <Count value={inputTokens} /> tokens read, <Count value={outputTokens} /> written
              </span>
            </span>
            <span className="grid justify-items-end gap-0.5 text-sm">
              {priced ? <Cost microUsd={costMicroUsd} /> : <span className="text-quiet">Cost unknown</span>}
              {estimated && <span className="text-quiet text-xs">at most</span>}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}
