import { encode } from 'uqr';
import { classNames } from '#components/ui/class-names.ts';

/** Modules of white around the code: ISO/IEC 18004 asks for four, or a camera may not find it. */
const QUIET_ZONE = 4;

/** A text for a camera: dark on white in either colour scheme, because not every app reads an inverted code. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={classNames('size-48 rounded-xl bg-white', className)}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
