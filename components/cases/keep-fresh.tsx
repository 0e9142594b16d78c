'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Renews the page's data while it is looked at. Not for pages whose reading is on record. */
export function KeepFresh({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
