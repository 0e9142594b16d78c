import { useWayToPerson } from '#components/cases/way-to-person.tsx';
import { MESSAGE_MAX_BYTES } from '#lib/contract/chat.ts';

/** From this share of the cap on, the note counts instead. */
const COUNT_FROM = 0.8;

/** Who reads this and for how long; near the longest message, how much is left; and always the way to a person. */
export function ComposerNote({ id, bytes, kept }: { id: string; bytes: number; kept: string }) {
  const left = MESSAGE_MAX_BYTES - bytes;
  const way = useWayToPerson();
  return (
    <div className="text-quiet mt-2 flex flex-wrap items-center justify-center gap-x-2 text-center text-xs">
      <p id={id}>
        {bytes <= MESSAGE_MAX_BYTES * COUNT_FROM && `Only you can read this chat · ${kept}`}
        {bytes > MESSAGE_MAX_BYTES * COUNT_FROM && left >= 0 && `${left} characters left`}
        {left < 0 && (
          <span className="text-bad font-medium" role="alert">
            Too long by {-left} characters. Please shorten it; nothing is cut for you.
          </span>
        )}
      </p>
      {way && (
        <button
          type="button"
          onClick={way.handOver}
          className="hover:text-ink -my-1 min-h-6 rounded-md px-1 py-1 underline underline-offset-4"
        >
          Talk to a person
        </button>
      )}
    </div>
  );
}
