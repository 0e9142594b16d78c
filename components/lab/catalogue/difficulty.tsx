import { classNames } from '#components/ui/class-names.ts';
import { DIFFICULTY_WORDS } from '../catalogue-words.ts';

const MOST = 5;

/** Five dots, and in words for whoever does not see them. */
export function Difficulty({ value }: { value: number }) {
  const words = DIFFICULTY_WORDS[value] ?? String(value);
  return (
    <span className="inline-flex items-center gap-1" title={words}>
      <span className="sr-only">Difficulty: {words}</span>
      {Array.from({ length: MOST }, (_, at) => (
        <span
          key={at}
          aria-hidden
          className={classNames('size-1.5 rounded-full', at < value ? 'bg-ink' : 'bg-line')}
        />
      ))}
    </span>
  );
}
