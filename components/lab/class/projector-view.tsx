'use client';

import { type Board, type Desk, deskSchema } from '#lib/contract/lab/class.ts';
import { count } from '../run/words.ts';
import { LiveBoard } from './board-view.tsx';
import { usePolled } from './use-polled.ts';
import { WayIn } from './way-in.tsx';

/** For the wall: how to get in, who is there, and the board. Nothing on it needs a hand. */
export function ProjectorView({ desk: first, board }: { desk: Desk; board: Board | null }) {
  const { value } = usePolled(deskSchema, '/api/lab/class', first);
  const desk = value ?? first;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <WayIn desk={desk} large />
      <section aria-label="Board" className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <h2 className="text-3xl font-semibold">
          Board <span className="text-quiet font-normal">{count(desk.players.length, 'player')}</span>
        </h2>
        <LiveBoard first={board} />
      </section>
    </div>
  );
}
