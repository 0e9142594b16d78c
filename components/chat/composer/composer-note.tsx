import { MESSAGE_MAX_BYTES } from '#lib/contract/chat.ts';

/** From this share of the cap on, the note counts instead. */
const COUNT_FROM = 0.8;

/** Who reads this and for how long; near the longest message, how much is left. */
export function ComposerNote({
  id,
  bytes,
  retentionDays,
}: {
  id: string;
  bytes: number;
  retentionDays: number;
}) {
  const left = MESSAGE_MAX_BYTES - bytes;
  return (
    <p id={id} className="text-quiet mt-2 text-center text-xs">
      {bytes <= MESSAGE_MAX_BYTES * COUNT_FROM &&
        `Only you can read this chat · deleted after ${retentionDays} days`}
      {bytes > MESSAGE_MAX_BYTES * COUNT_FROM && left >= 0 && `${left} characters left`}
      {left < 0 && (
        <span className="text-bad font-medium" role="alert">
          Too long by {-left} characters. Please shorten it; nothing is cut for you.
        </span>
      )}
    </p>
  );
}
