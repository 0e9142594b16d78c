'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Link } from '#components/ui/link.tsx';

type NavRowProps = {
  label: string;
  links: readonly { href: string; label: string; mark?: ReactNode }[];
  /** Whether the page of this address belongs to the link. */
  isCurrent: (href: string, pathname: string) => boolean;
  className?: string | undefined;
};

/** Links to pages side by side, with the one that is open marked; scrolls sideways where there is no room. */
export function NavRow({ label, links, isCurrent, className }: NavRowProps) {
  const pathname = usePathname();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (pathname !== '') bringCurrentIntoView(nav.current);
  }, [pathname]);
  if (links.length === 0) return null;
  return (
    <nav ref={nav} aria-label={label} className={className}>
      <ul className="flex items-center gap-0.5">
        {links.map((link) => {
          const current = isCurrent(link.href, pathname);
          return (
            <li key={link.href}>
              <Link
                href={link.href}
                aria-current={current ? 'page' : undefined}
                className={classNames(
                  'flex h-9 items-center rounded-lg px-3 text-sm whitespace-nowrap transition-colors',
                  current ? 'bg-sunken text-ink font-medium' : 'text-quiet hover:bg-sunken hover:text-ink',
                )}
              >
                {link.label}
                {link.mark}
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
