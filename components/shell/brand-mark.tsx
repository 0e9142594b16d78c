import { Link } from '#components/ui/link.tsx';
import { BRAND } from '#lib/contract/brand.ts';

/** The vendor's name with a small mark in its accent colour; leads home. */
export function BrandMark() {
  return (
    <Link href="/" className="flex items-center gap-2.5 rounded-md font-semibold tracking-tight">
      <svg viewBox="0 0 24 24" className="text-accent size-6 shrink-0" aria-hidden>
        <rect x="2" y="2" width="20" height="20" rx="6" fill="currentColor" />
        <path
          d="M7 8.5v7M10.3 8.5v7M13.6 8.5v7M5.4 14.6 18.6 9.4"
          className="stroke-on-accent"
          strokeWidth="1.7"
          strokeLinecap="round"
        />
      </svg>
      <span>
        {BRAND.name} <span className="text-quiet font-normal">billing</span>
      </span>
    </Link>
  );
}
