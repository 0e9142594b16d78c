'use client';

import { ArrowDown } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useStickToBottom } from 'use-stick-to-bottom';
import { Button } from '#components/ui/button.tsx';

type ScrollProps = {
  children: ReactNode;
  footer: ReactNode;
  /** Nothing was said yet: begin at the top. */
  empty: boolean;
  /** An answer is arriving: stay with it. */
  following: boolean;
  /** A message to begin at instead of the end, once it is there. */
  reach: string | null;
};

/** Space above a question that was scrolled to, in pixels. */
const ABOVE = 16;

/** Follows the answer while the person stays at the end, and stays put once they scroll up. */
export function Scroll({ children, footer, empty, following, reach }: ScrollProps) {
  const initial = empty || reach !== null ? false : 'instant';
  const { scrollRef, contentRef, isAtBottom, scrollToBottom, stopScroll } = useStickToBottom({
    initial,
    resize: 'smooth',
  });
  const followed = useRef(false);
  useEffect(() => {
    if (reach !== null && scrollRef.current) show(scrollRef.current, reach);
  }, [reach, scrollRef]);
  useEffect(() => {
    if (following) void scrollToBottom();
    else if (followed.current) {
      stopScroll();
      if (scrollRef.current) settle(scrollRef.current);
    }
    followed.current = following;
  }, [following, scrollRef, scrollToBottom, stopScroll]);
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
        {!isAtBottom && !empty && (
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

/** How long the message that was searched for stands out. */
const STANDS_OUT_MS = 2_400;

function show(area: HTMLElement, messageId: string): void {
  const message = area.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`);
  if (!message) return;
  message.scrollIntoView({ block: 'start' });
  message.animate(
    [{ backgroundColor: 'color-mix(in oklab, var(--accent) 16%, transparent)' }, {}],
    STANDS_OUT_MS,
  );
}

/** Shows as much of a finished answer as fits without losing its question; leaves those alone who read further down. */
function settle(area: HTMLElement): void {
  const question = [...area.querySelectorAll<HTMLElement>('[data-question]')].at(-1);
  if (!question) return;
  const top =
    question.getBoundingClientRect().top - area.getBoundingClientRect().top + area.scrollTop - ABOVE;
  if (area.scrollTop > top + ABOVE) return;
  area.scrollTo({ top: Math.min(top, area.scrollHeight - area.clientHeight), behavior: 'smooth' });
}
