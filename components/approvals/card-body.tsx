import { RotateCcw, TriangleAlert, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { ApprovalCard } from '#lib/contract/approvals.ts';
import { BRAND } from '#lib/contract/brand.ts';
import { CardLines } from './card-lines.tsx';
import { ModelReason } from './model-reason.tsx';
import { Visible } from './visible.tsx';
import { RISK_WORDS, type Side } from './words.ts';

type CardBodyProps = { card: ApprovalCard; titleId: string; side: Side; open: boolean };

/** What would happen, to what, how far it reaches and who else must agree. */
export function CardBody({ card, titleId, side, open }: CardBodyProps) {
  const RiskIcon = card.risk === 'irreversible' ? TriangleAlert : RotateCcw;
  return (
    <>
      <h2 id={titleId} className="text-lg leading-snug font-semibold">
        <Visible text={card.title} />
      </h2>
      <CardLines lines={card.lines} side={side} />
      {open && (
        <ul className="grid gap-1.5 text-[0.875rem]">
          <Fact
            icon={<RiskIcon className="mt-1 size-3.5 shrink-0" aria-hidden />}
            className={card.risk === 'irreversible' ? 'text-warn font-medium' : 'text-quiet'}
          >
            {RISK_WORDS[side][card.risk]}
          </Fact>
          {card.people === 2 && (
            <Fact icon={<UsersRound className="mt-1 size-3.5 shrink-0" aria-hidden />} className="text-quiet">
              {side === 'requester'
                ? `After you, a finance colleague at ${BRAND.name} checks it.`
                : 'The customer approved this. You are the second person; it happens as soon as you approve.'}
            </Fact>
          )}
        </ul>
      )}
      {card.reason !== null && card.reason !== '' && <ModelReason text={card.reason} />}
    </>
  );
}

function Fact({ icon, className, children }: { icon: ReactNode; className: string; children: ReactNode }) {
  return (
    <li className={classNames('flex gap-2', className)}>
      {icon}
      <span className="min-w-0">{children}</span>
    </li>
  );
}
