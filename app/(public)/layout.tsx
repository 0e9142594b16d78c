import type { ReactNode } from 'react';
import { BrandMark } from '#components/shell/brand-mark.tsx';
import { ThemeToggle } from '#components/theme/theme-toggle.tsx';

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex h-16 items-center justify-between px-4 sm:px-6">
        <BrandMark />
        <ThemeToggle />
      </header>
      <main id="main" className="px-4 pb-16 sm:px-6">
        {children}
      </main>
    </>
  );
}
