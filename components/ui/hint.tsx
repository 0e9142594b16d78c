'use client';

import { Tooltip } from 'radix-ui';
import type { ReactElement } from 'react';

/** Names an icon button for everyone: on hover, on focus and (through the child's own aria-label) to screen readers. */
export function Hint({
  text,
  children,
  side = 'top',
}: {
  text: string;
  children: ReactElement;
  side?: 'top' | 'bottom';
}) {
  return (
    <Tooltip.Provider delayDuration={350} skipDelayDuration={150}>
      <Tooltip.Root>
        <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="bg-ink text-page animate-rise z-50 rounded-md px-2 py-1 text-xs font-medium"
          >
            {text}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
