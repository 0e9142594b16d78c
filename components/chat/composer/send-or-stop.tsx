import { ArrowUp, Square } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Hint } from '#components/ui/hint.tsx';

type SendOrStopProps = { streaming: boolean; sendable: boolean; onStop: () => void };

/** One place, two meanings: sends a message, or stops the answer that is arriving. */
export function SendOrStop({ streaming, sendable, onStop }: SendOrStopProps) {
  const shared = { look: 'primary', size: 'icon', className: 'mb-0.5 rounded-xl' } as const;
  if (streaming) {
    return (
      <Hint text="Stop">
        <Button {...shared} onClick={onStop} aria-label="Stop this answer">
          <Square className="fill-current" aria-hidden />
        </Button>
      </Hint>
    );
  }
  return (
    <Hint text="Send">
      <Button {...shared} type="submit" disabled={!sendable} aria-label="Send">
        <ArrowUp aria-hidden />
      </Button>
    </Hint>
  );
}
