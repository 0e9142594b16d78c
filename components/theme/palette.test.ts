import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BRAND } from '#lib/contract/brand.ts';
import { contrast } from './accent-style.ts';

const css = readFileSync('app/globals.css', 'utf8');

/** The colours that a rule of app/globals.css sets, with the brand's accent. */
function palette(selector: string, accent: string): Record<string, string> {
  const rule = css.slice(css.indexOf(`\n${selector} {`)).split('}')[0] ?? '';
  const pairs = [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((match) => [
    match[1] ?? '',
    match[2] ?? '',
  ]);
  return { ...Object.fromEntries(pairs), accent };
}

const THEMES = {
  light: palette(':root', BRAND.colours.accent),
  dark: palette('.dark', BRAND.colours.accentDark),
} as const;
const GROUNDS = ['page', 'surface', 'sunken'] as const;

describe.each(Object.entries(THEMES))('in the %s theme', (_name, colours) => {
  const of = (one: string, other: string) => contrast(colours[one] ?? '', colours[other] ?? '');

  it.each(['ink', 'quiet', 'accent', 'bad', 'warn', 'good'])('%s reads at 4.5:1 on every ground', (text) => {
    for (const ground of GROUNDS) expect(of(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['good', 'warn', 'bad'])('%s reads at 4.5:1 on its own soft ground', (text) => {
    expect(of(text, `${text}-soft`)).toBeGreaterThanOrEqual(4.5);
  });

  it('the edge of a field stands out at 3:1', () => {
    for (const ground of GROUNDS) expect(of('line-strong', ground)).toBeGreaterThanOrEqual(3);
  });
});
