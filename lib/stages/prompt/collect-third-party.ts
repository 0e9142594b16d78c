import 'server-only';
import { OUTSIDE_FIELDS } from './policy.ts';

export type OutsideText = { text: string; owner: 'tenant' | 'unknown' };

/** Every text in a tool result that people outside the vendor wrote, in order. Nothing for what is not JSON. */
export function collectThirdParty(outcomeJson: string): string[] {
  return collectOutside(outcomeJson).map(({ text }) => text);
}

/** The same with whose text it is. */
export function collectOutside(outcomeJson: string): OutsideText[] {
  const found: OutsideText[] = [];
  gather(parse(outcomeJson), '', found);
  return found;
}

function gather(value: unknown, under: string, found: OutsideText[]): void {
  if (Array.isArray(value)) return value.forEach((item) => gather(item, under, found));
  if (typeof value !== 'object' || value === null) return;
  for (const [field, item] of Object.entries(value)) {
    const owner = ownerOf(under, field);
    if (owner) found.push(...stringsIn(item).map((text) => ({ text, owner })));
    else gather(item, field, found);
  }
}

function ownerOf(under: string, field: string): OutsideText['owner'] | undefined {
  return OUTSIDE_FIELDS.find((one) => one.field === field && (one.under === '' || one.under === under))
    ?.owner;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
