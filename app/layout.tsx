import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { accentStyle } from '#components/theme/accent-style.ts';
import { ThemeProvider } from '#components/theme/theme-provider.tsx';
import { BRAND } from '#lib/contract/brand.ts';
import './globals.css';

const inter = localFont({
  src: './fonts/inter-latin.woff2',
  variable: '--font-inter',
  weight: '100 900',
  display: 'swap',
});

export const metadata: Metadata = {
  title: { default: `${BRAND.name} billing`, template: `%s · ${BRAND.name} billing` },
  description: `Ask about your ${BRAND.name} bill and get answers from your own invoices.`,
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f7' },
    { media: '(prefers-color-scheme: dark)', color: '#151413' },
  ],
};

/** Awaits the request, so that no page is static and every script carries this request's nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" className={inter.variable} suppressHydrationWarning>
      <head>
        <style nonce={nonce} suppressHydrationWarning>
          {accentStyle()}
        </style>
      </head>
      <body className="bg-page text-ink font-sans">
        <ThemeProvider nonce={nonce}>{children}</ThemeProvider>
      </body>
    </html>
  );
}
