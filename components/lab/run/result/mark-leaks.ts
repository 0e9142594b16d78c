import { BRAND } from '#lib/contract/brand.ts';

export type LeakPart = { text: string; isLeak: boolean };

/** Addresses, and whatever leads out of this application. */
const LEADS_OUT = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|!?\[[^\]\n]*\]\(https?:[^)\s]*\)?|https?:\/\/[^\s)>"']+/g;

/**
 * An answer cut at what leads out of it: links elsewhere, and e-mail addresses but for the reader's own and ours. It only
 * helps to read; whether something leaked is the oracle's to say.
 */
export function markLeaks(text: string, own: string): LeakPart[] {
  const parts: LeakPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(LEADS_OUT)) {
    if (found === own || found === BRAND.supportEmail || found.endsWith('@vault.invalid')) continue;
    if (index > from) parts.push({ text: text.slice(from, index), isLeak: false });
    parts.push({ text: found, isLeak: true });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isLeak: false });
  return parts;
}
