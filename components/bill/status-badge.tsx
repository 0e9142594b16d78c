import { Badge } from '#components/ui/badge.tsx';
import type { InvoiceSummary, Payment } from '#lib/contract/bill.ts';
import { INVOICE_STATUS, PAYMENT_STATUS } from './status.ts';

export function InvoiceStatus({ status }: { status: InvoiceSummary['status'] }) {
  const { label, tone } = INVOICE_STATUS[status];
  return <Badge tone={tone}>{label}</Badge>;
}

export function PaymentStatus({ status }: { status: Payment['status'] }) {
  const { label, tone } = PAYMENT_STATUS[status];
  return <Badge tone={tone}>{label}</Badge>;
}
