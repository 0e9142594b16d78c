import { Link } from '#components/ui/link.tsx';
import { Empty } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';

export default function InvoiceNotFound() {
  return (
    <Empty title="This invoice is not here">
      <p>The number may be mistyped, or the invoice belongs to somebody else.</p>
      <Button className="mt-4" asChild>
        <Link href="/invoices">All invoices</Link>
      </Button>
    </Empty>
  );
}
