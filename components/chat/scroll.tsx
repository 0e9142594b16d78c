'use client';

import { ArrowDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStickToBottom } from 'use-stick-to-bottom';
import { Button } from '#components/ui/button.tsx';

/** Follows the answer while the person stays at the end, and stays put once they scroll up. */
export function Scroll({ children, footer }: { children: ReactNode; footer: ReactNode }) {
  const { scrollRef, contentRef, isAtBottom, scrollToBottom } = useStickToBottom({
    initial: 'instant',
    resize: 'smooth',
  });
  return (
    <div className="relative flex min-h-0 grow flex-col">
      <div
        ref={scrollRef}
        className="min-h-0 grow overflow-y-auto overscroll-contain"
        tabIndex={0}
        role="region"
        aria-label="Conversation"
      >
        <div ref={contentRef} className="mx-auto w-full max-w-3xl px-4 py-6 sm:px-6">
          {children}
        </div>
      </div>
      <div className="relative mx-auto w-full max-w-3xl px-4 pb-3 sm:px-6 print:hidden">
        {!isAtBottom && (
          <Button
            size="icon"
            className="animate-rise absolute -top-12 left-1/2 -translate-x-1/2 rounded-full shadow-md"
            onClick={() => void scrollToBottom()}
            aria-label="To the newest message"
          >
            <ArrowDown aria-hidden />
          </Button>
        )}
        {footer}
      </div>
    </div>
  );
}
