'use client';

import { Link } from '#components/ui/link.tsx';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { maySee, type Role } from '#lib/contract/roles.ts';
import { isCurrent, NAV_LINKS, STAFF_LINKS } from './nav-links.ts';
import { WaitingCount } from './waiting-count.tsx';

/** The pages of the bill, as far as the role sees them, or a staff role's workplace; a row of its own on phones. */
export function MainNav({ role, className }: { role: Role; className?: string }) {
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (pathname !== '') bringCurrentIntoView(nav.current);
  }, [pathname]);
  const links: readonly { href: string; label: string }[] = [
    ...NAV_LINKS.filter((link) => maySee(role, link.area)),
    ...STAFF_LINKS.filter((link) => link.role === role),
  ];
  if (links.length === 0) return null;
  return (
    <nav ref={nav} aria-label="Pages" className={className}>
      <ul className="flex items-center gap-0.5">
        {links.map((link) => {
          const current = isCurrent(link.href, pathname);
          return (
            <li key={link.href}>
              <Link
                href={link.href}
                aria-current={current ? 'page' : undefined}
                className={classNames(
                  'flex h-9 items-center rounded-lg px-3 text-sm transition-colors',
                  current ? 'bg-sunken text-ink font-medium' : 'text-quiet hover:bg-sunken hover:text-ink',
                )}
              >
                {link.label}
                {link.href === '/approvals' && <WaitingCount />}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** On a narrow screen the row scrolls sideways, and the page one is on may lie outside it. */
function bringCurrentIntoView(nav: HTMLElement | null): void {
  const link = nav?.querySelector<HTMLElement>('[aria-current="page"]');
  if (!nav || !link) return;
  const middle = link.offsetLeft - nav.offsetLeft + link.offsetWidth / 2;
  nav.scrollLeft = middle - nav.clientWidth / 2;
}
