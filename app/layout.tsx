import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { accentStyle } from '#components/theme/accent-style.ts';
import { AddressRefused } from '#components/shell/address-refused.tsx';
import { ThemeProvider } from '#components/theme/theme-provider.tsx';
import { BRAND } from '#lib/contract/brand.ts';
import { isKeptOut } from './door.ts';
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

/**
 * Awaits the request, so that no page is static and every script carries this request's nonce. Where its address is kept out, no page is
 * rendered; pages with data ask again themselves (`whoIsHere`), because a page can be fetched without its frame.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const received = await headers();
  const nonce = received.get('x-nonce') ?? undefined;
  const isRefused = await isKeptOut(received);
  return (
    <html lang="en" className={inter.variable} suppressHydrationWarning>
      <head>
        <style nonce={nonce} suppressHydrationWarning>
          {accentStyle()}
        </style>
      </head>
      <body className="bg-page text-ink font-sans">
        <ThemeProvider nonce={nonce}>{isRefused ? <AddressRefused /> : children}</ThemeProvider>
      </body>
    </html>
  );
}
