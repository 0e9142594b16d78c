'use client';

import { maySee, type Role } from '#lib/contract/roles.ts';
import { isCurrent, NAV_LINKS, STAFF_LINKS } from './nav-links.ts';
import { NavRow } from './nav-row.tsx';
import { WaitingCount } from './waiting-count.tsx';

/** The pages of the bill, as far as the role sees them, or a staff role's workplace; a row of its own on phones. */
export function MainNav({ role, className }: { role: Role; className?: string }) {
  const links: readonly { href: string; label: string }[] = [
    ...NAV_LINKS.filter((link) => maySee(role, link.area)),
    ...STAFF_LINKS.filter((link) => link.role === role),
  ];
  return (
    <NavRow
      label="Pages"
      links={links.map((link) => (link.href === '/approvals' ? { ...link, mark: <WaitingCount /> } : link))}
      isCurrent={isCurrent}
      className={className}
    />
  );
}
