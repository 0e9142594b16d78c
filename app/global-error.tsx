'use client';

import { ERROR_TABLE } from '#lib/contract/errors.ts';
import './globals.css';

/** Stands alone when even the layout failed, so it brings its own document. */
export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body className="bg-page text-ink font-sans">
        <main className="mx-auto grid min-h-dvh max-w-md place-content-center justify-items-center gap-3 px-6 text-center">
          <h1 className="text-2xl font-semibold">That did not work</h1>
          <p className="text-quiet">{ERROR_TABLE.internal.sentence}</p>
          <button
            type="button"
            onClick={reset}
            className="bg-ink text-page mt-2 h-10 rounded-lg px-4 text-sm font-medium"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
