'use client';

import { Printer } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';

/** The browser's own print dialogue, which also saves a PDF. */
export function PrintButton() {
  return (
    <Button size="small" onClick={() => window.print()}>
      <Printer aria-hidden /> Print or save as PDF
    </Button>
  );
}
