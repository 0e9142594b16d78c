import { Sheet } from '#components/bill/section.tsx';
import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { ROLE_TABLE, type Role } from '#lib/contract/roles.ts';

/** What each staff role is for. None of them can read a customer's conversation. */
const PURPOSE: Partial<Record<Role, readonly string[]>> = {
  agent: [
    'Cases that customers hand over to a person',
    'Only what the customer chose to share with the case',
  ],
  approver: ['Changes that need a second person to countersign', 'The facts behind each one, never the chat'],
  admin: ['Limits, spending and the switch that pauses the assistant', 'Retention and incidents'],
  auditor: ['The audit log, read-only and without content', 'Whether the log is complete and unchanged'],
  trainer: ['The attack lab, with made-up customers only'],
};

/** Where the work is, for the roles that have a workplace already. */
const WORKPLACE: Partial<Record<Role, { href: string; label: string }>> = {
  agent: { href: '/admin/inbox', label: 'Open the inbox' },
  approver: { href: '/admin/approvals', label: 'Open the queue' },
};

/** A plain landing for staff, who have no bill here. */
export function StaffLanding({ role }: { role: Role }) {
  const workplace = WORKPLACE[role];
  return (
    <Sheet className="mx-auto my-10 max-w-lg px-6 py-8">
      <p className="text-quiet text-sm">You are signed in as</p>
      <h1 className="text-2xl font-semibold">{ROLE_TABLE[role].label}</h1>
      <p className="mt-4">
        Your role has no bill and no chat of its own.{' '}
        {workplace ? 'Its workplace shows:' : 'Its workplace will show:'}
      </p>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        {PURPOSE[role]?.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {workplace && (
        <Button look="primary" className="mt-5" asChild>
          <Link href={workplace.href} prefetch={false}>
            {workplace.label} <ArrowRight aria-hidden />
          </Link>
        </Button>
      )}
      <p className="text-quiet mt-4 text-sm">No role can read another person’s conversation.</p>
    </Sheet>
  );
}
