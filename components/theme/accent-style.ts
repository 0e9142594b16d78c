import { BRAND } from '#lib/contract/brand.ts';

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** The colour of text that stands on `accent`: whichever of near-black and white reads better. */
export function textOn(accent: string): string {
  return contrast(accent, '#ffffff') >= contrast(accent, '#10201e') ? '#ffffff' : '#10201e';
}

/** The vendor's accent as the variables that app/globals.css builds on. */
export function accentStyle(): string {
  const { accent, accentDark } = BRAND.colours;
  return (
    `:root{--accent:${accent};--on-accent:${textOn(accent)}}` +
    `.dark{--accent:${accentDark};--on-accent:${textOn(accentDark)}}`
  );
}
