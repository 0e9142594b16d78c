import { Figure, Figures } from '#components/bill/figure.tsx';
import type { UsageTotals } from '#lib/contract/usage.ts';
import { Cost, Count } from './cost.tsx';

/** What a set of turns came to, in four figures. */
export function Totals({ totals }: { totals: UsageTotals }) {
  const { turns, inputTokens, outputTokens, costMicroUsd, estimated, unpriced } = totals;
  return (
    <div className="grid gap-3">
      <Figures>
        <Figure name="Cost" large>
          <Cost microUsd={costMicroUsd} />
        </Figure>
        <Figure name="Answers" large>
          <Count value={turns} />
        </Figure>
        <Figure name="Tokens read" large>
          <Count value={inputTokens} />
        </Figure>
        <Figure name="Tokens written" large>
          <Count value={outputTokens} />
        </Figure>
      </Figures>
      {(estimated > 0 || unpriced > 0) && (
        <p className="text-quiet text-[0.8125rem]">
          {estimated > 0 && `${estimated} booked at the most they can have cost. `}
          {unpriced > 0 &&
            `${unpriced} answered by a model without a known price, whose cost is not in the sum.`}
        </p>
      )}
    </div>
  );
}
