import { BRAND } from '#lib/contract/brand.ts';

/** The ways to a person that need nothing of ours. */
export function OtherWays() {
  return (
    <p className="text-quiet text-[0.8125rem]">
      Rather write or call?{' '}
      <a className="text-accent underline underline-offset-4" href={`mailto:${BRAND.supportEmail}`}>
        {BRAND.supportEmail}
      </a>{' '}
      ·{' '}
      <a
        className="text-accent whitespace-nowrap underline underline-offset-4"
        href={`tel:${BRAND.supportPhone.replaceAll(' ', '')}`}
      >
        {BRAND.supportPhone}
      </a>
    </p>
  );
}
