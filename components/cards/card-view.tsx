import type { Card } from '#lib/contract/cards.ts';
import { BalanceCard } from './balance-card.tsx';
import { ComparisonCard } from './comparison-card.tsx';
import { DetailsCard } from './details-card.tsx';
import { InvoiceCard, InvoicesCard } from './invoice-card.tsx';
import { LinesCard } from './lines-card.tsx';
import { PaymentsCard } from './payments-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { QuoteCard } from './quote-card.tsx';
import { SpendCard } from './spend-card.tsx';
import { UpcomingCard } from './upcoming-card.tsx';
import { UsageCard } from './usage-card.tsx';

/** Draws any card of the contract. */
export function CardView({ card }: { card: Card }) {
  switch (card.type) {
    case 'balance':
      return <BalanceCard balance={card.balance} />;
    case 'invoices':
      return <InvoicesCard invoices={card.invoices} />;
    case 'invoice':
      return <InvoiceCard invoice={card.invoice} />;
    case 'comparison':
      return <ComparisonCard comparison={card.comparison} />;
    case 'lines':
      return <LinesCard matches={card.matches} />;
    case 'payments':
      return <PaymentsCard payments={card} />;
    case 'plan':
      return <PlanCard plan={card.plan} />;
    case 'usage':
      return <UsageCard usage={card.usage} />;
    case 'upcoming':
      return <UpcomingCard upcoming={card.upcoming} />;
    case 'spend':
      return <SpendCard spend={card.spend} />;
    case 'quote':
      return <QuoteCard title={card.title} lines={card.lines} />;
    case 'details':
      return <DetailsCard details={card.details} />;
  }
}
