'use client';

import { createContext, type ReactNode, useContext } from 'react';

const Locale = createContext('en-IE');

/** Money and days below are written the way the viewer's tenant writes them (BCP 47, such as `de-DE`). */
export function LocaleProvider({ locale, children }: { locale: string; children: ReactNode }) {
  return <Locale value={locale}>{children}</Locale>;
}

export function useLocale(): string {
  return useContext(Locale);
}
