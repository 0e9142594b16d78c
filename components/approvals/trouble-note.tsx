'use client';

import { CloudOff, LogIn, PauseCircle, TriangleAlert } from 'lucide-react';
import { Link } from '#components/ui/link.tsx';
import { usePathname } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';
import type { Trouble, TroubleCode } from './wire/trouble.ts';

const ICONS: Partial<Record<TroubleCode, typeof CloudOff>> = {
  offline: CloudOff,
  paused: PauseCircle,
  no_session: LogIn,
};

/** One kind line about a decision that did not go through. The card stays. */
export function TroubleNote({ trouble }: { trouble: Trouble }) {
  const pathname = usePathname();
  const Icon = ICONS[trouble.code] ?? TriangleAlert;
  return (
    <div
      role="alert"
      className="bg-warn-soft text-warn animate-rise flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl px-4 py-2.5 text-sm"
      data-trouble={trouble.code}
    >
      <Icon className="size-4 shrink-0" aria-hidden />
      <span className="grow basis-52">{trouble.words}</span>
      {trouble.code === 'no_session' && (
        <Button size="small" asChild className="text-ink">
          <Link href={`/sign-in?next=${encodeURIComponent(pathname)}`} prefetch={false}>
            Sign in again
          </Link>
        </Button>
      )}
    </div>
  );
}
