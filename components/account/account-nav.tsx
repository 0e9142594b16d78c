'use client';

import { usePathname } from 'next/navigation';
import { classNames } from '#components/ui/class-names.ts';
import { Link } from '#components/ui/link.tsx';

const PLACES = [
  { href: '/account/history', label: 'Chats', chatsOnly: true },
  { href: '/account/usage', label: 'Usage', chatsOnly: true },
  { href: '/account/privacy', label: 'Your data', chatsOnly: false },
  { href: '/account/security', label: 'Security', chatsOnly: false },
] as const;

/** The pages of one's own account, beside each other. */
export function AccountNav({ chats }: { chats: boolean }) {
  const path = usePathname();
  return (
    <nav aria-label="Your account" className="mb-8">
      <ul className="bg-sunken flex w-fit max-w-full flex-wrap gap-0.5 rounded-xl p-1">
        {PLACES.filter(({ chatsOnly }) => chats || !chatsOnly).map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={path === href ? 'page' : undefined}
              className={classNames(
                'flex min-h-8 items-center rounded-lg px-3 text-[0.8125rem] transition-colors',
                path === href ? 'bg-surface text-ink font-medium shadow-sm' : 'text-quiet hover:text-ink',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
