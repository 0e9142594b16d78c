'use client';

import { signIn } from 'next-auth/react';
import { Button } from '#components/ui/button.tsx';

/** Leaves for the organisation's own sign-in. */
export function OidcButton({ next }: { next: string }) {
  return (
    <Button size="large" className="w-full" onClick={() => void signIn('oidc', { callbackUrl: next })}>
      Continue with your organisation
    </Button>
  );
}
