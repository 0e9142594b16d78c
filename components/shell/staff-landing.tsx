import { Link } from '#components/ui/link.tsx';
import { Sheet } from '#components/bill/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { ROLE_TABLE, type Role } from '#lib/contract/roles.ts';
import { STAFF_LINKS } from './nav-links.ts';

/** What each staff role is for. None of them can read a customer's conversation. */
const PURPOSE: Partial<Record<Role, readonly string[]>> = {
  agent: [
    'Cases that customers hand over to a person',
    'Only what the customer chose to share with the case',
    'What you confirmed as attacks, without a word of it',
  ],
  approver: ['Changes that need a second person to countersign', 'The facts behind each one, never the chat'],
  admin: ['Limits, spending and the switch that pauses the assistant', 'Retention and incidents'],
  auditor: ['The audit log, read-only and without content', 'Whether the log is complete and unchanged'],
  trainer: ['The attack lab, with made-up customers only'],
};

/** A plain landing for staff, who have no bill here. */
export function StaffLanding({ role }: { role: Role }) {
  const workplaces = STAFF_LINKS.filter((link) => link.role === role);
  return (
    <Sheet className="mx-auto my-10 max-w-lg px-6 py-8">
      <p className="text-quiet text-sm">You are signed in as</p>
      <h1 className="text-2xl font-semibold">{ROLE_TABLE[role].label}</h1>
      <p className="mt-4">
        Your role has no bill and no chat of its own. Its workplace{' '}
        {workplaces.length > 0 ? 'shows' : 'will show'}:
      </p>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        {PURPOSE[role]?.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {workplaces.map((link) => (
        <Button key={link.href} look="primary" className="mt-5" asChild>
          <Link href={link.href}>{link.label}</Link>
        </Button>
      ))}
      <p className="text-quiet mt-4 text-sm">No role can read another person’s conversation.</p>
    </Sheet>
  );
}
