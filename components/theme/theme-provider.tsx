'use client';

import { ThemeProvider as NextThemes } from 'next-themes';
import type { ReactNode } from 'react';

/** Light or dark before the first paint; `nonce` lets the small inline script run under our content policy. */
export function ThemeProvider({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  return (
    <NextThemes
      attribute="class"
      defaultTheme="system"
      enableSystem
      enableColorScheme={false}
      nonce={nonce ?? ''}
      storageKey="theme"
    >
      {children}
    </NextThemes>
  );
}
