import { Fold } from '#components/sent/fold.tsx';

/** From a nudge to the whole way: each unfolds by itself. */
export function Hints({ hints }: { hints: readonly string[] }) {
  return (
    <ol className="grid gap-2.5">
      {hints.map((hint, at) => (
        <li key={hint}>
          <Fold title={at === hints.length - 1 && at > 0 ? 'The last hint' : `Hint ${at + 1}`}>
            <p className="bg-sunken max-w-prose rounded-xl px-4 py-3">{hint}</p>
          </Fold>
        </li>
      ))}
    </ol>
  );
}
