import { Link } from '#components/ui/link.tsx';
import { classNames } from '#components/ui/class-names.ts';

type FilterLinksProps = {
  /** The name in the address. */
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  current: string | null;
  /** Other filters that stay as they are. */
  keep: Record<string, string>;
  /** The choice that filters nothing; null where there is none. */
  all?: string | null;
};

/** A filter as plain links, so that it works without script and can be shared or bookmarked. */
export function FilterLinks({ name, label, options, current, keep, all = 'All' }: FilterLinksProps) {
  const href = (value: string | null) => {
    const query = new URLSearchParams(value === null ? keep : { ...keep, [name]: value }).toString();
    return query === '' ? '?' : `?${query}`;
  };
  return (
    <nav aria-label={label}>
      <ul className="bg-sunken flex w-fit max-w-full flex-wrap gap-0.5 rounded-xl p-1">
        {[...(all === null ? [] : [{ value: null, label: all }]), ...options].map((option) => (
          <li key={option.label}>
            <Link
              href={href(option.value)}
              scroll={false}
              aria-current={option.value === current ? 'true' : undefined}
              className={classNames(
                'flex min-h-8 items-center rounded-lg px-3 text-[0.8125rem] transition-colors',
                option.value === current
                  ? 'bg-surface text-ink font-medium shadow-sm'
                  : 'text-quiet hover:text-ink',
              )}
            >
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
