import { expect, it } from 'vitest';
import { BRAND } from '#lib/contract/brand.ts';
import { accentStyle, contrast, textOn } from './accent-style.ts';

const GROUNDS = {
  accent: ['#faf9f7', '#ffffff', '#f3f1ee'],
  accentDark: ['#151413', '#1d1c1a', '#262421'],
} as const;

it.each(['accent', 'accentDark'] as const)('the brand’s %s reads at 4.5:1 as text and under text', (name) => {
  const accent = BRAND.colours[name];
  for (const ground of GROUNDS[name]) expect(contrast(accent, ground)).toBeGreaterThan(4.5);
  expect(contrast(accent, textOn(accent))).toBeGreaterThan(4.5);
});

it('any brand colour gets the better of black and white on it', () => {
  expect(textOn('#ffe08a')).toBe('#10201e');
  expect(textOn('#1e3a8a')).toBe('#ffffff');
});

it('the style holds two rules and nothing that could end it', () => {
  expect(accentStyle()).toMatch(/^:root\{[^{}<>]*\}\.dark\{[^{}<>]*\}$/);
});
