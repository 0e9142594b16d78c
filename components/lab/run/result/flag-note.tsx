import { Flag as FlagIcon } from 'lucide-react';
import { HandIn } from '../../class/hand-in.tsx';
import type { Flag } from '../../wire/post-run.ts';

/** A challenge of the class is solved: the player's own flag, and one press to hand it in. */
export function FlagNote({ flag }: { flag: Flag }) {
  return (
    <div className="border-accent bg-accent-soft grid gap-2 rounded-2xl border-2 p-4">
      <p className="flex items-center gap-2 font-semibold">
        <FlagIcon className="text-accent size-5" aria-hidden /> Solved: {flag.challenge}
      </p>
      <p className="font-mono text-sm [overflow-wrap:anywhere]">{flag.flag}</p>
      <HandIn flag={flag} />
    </div>
  );
}
