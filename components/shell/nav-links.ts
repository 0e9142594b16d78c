import type { Area, Role } from '#lib/contract/roles.ts';

/** The pages in the header and what one must be allowed to see to find them there. */
export const NAV_LINKS = [
  { href: '/', label: 'Chat', area: 'chat' },
  { href: '/invoices', label: 'Invoices', area: 'money' },
  { href: '/approvals', label: 'Approvals', area: 'money' },
  { href: '/payments', label: 'Payments', area: 'money' },
  { href: '/plan', label: 'Plan', area: 'plan' },
  { href: '/usage', label: 'Usage', area: 'usage' },
] as const satisfies readonly { href: string; label: string; area: Area }[];

/** The workplaces of staff, by the role that works there. */
export const STAFF_LINKS = [
  { href: '/admin/inbox', label: 'Inbox', role: 'agent' },
  { href: '/admin/attacks', label: 'Attacks', role: 'agent' },
  { href: '/admin/approvals', label: 'Queue', role: 'approver' },
  { href: '/admin/switches', label: 'Switches', role: 'admin' },
  { href: '/admin/switches', label: 'Switches', role: 'auditor' },
  { href: '/admin/usage', label: 'Usage', role: 'admin' },
  { href: '/admin/usage', label: 'Usage', role: 'auditor' },
  { href: '/admin/retention', label: 'Retention', role: 'admin' },
  { href: '/admin/retention', label: 'Retention', role: 'auditor' },
] as const satisfies readonly { href: string; label: string; role: Role }[];

/** True where `pathname` lies on the page of `href`; conversations belong to Chat. */
export function isCurrent(href: string, pathname: string): boolean {
  if (href === '/') return pathname === '/' || pathname.startsWith('/c/');
  return pathname === href || pathname.startsWith(`${href}/`);
}
