import 'server-only';

/** One written number without its currency: groups by comma, point, apostrophe or a space of any width. */
export const NUMBER_PATTERN =
  "(?<!\\d)(?:\\d{1,3}(?:[.,'’ \\u00a0\\u2009\\u202f]\\d{3}(?!\\d))+(?:[.,]\\d{1,4}(?!\\d))?|\\d+(?:[.,]\\d+)?)";

const GROUPING = /['’\s]/g;
const THREES = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/;

/**
 * What a written number may mean, as plain decimals without needless zeros: `1.234,50` is `1234.5`. The last separator
 * decides; where only groups of three follow a single one (`1.234`) it may group or divide, so there are two readings,
 * the grouped one first. Empty when it is no number.
 */
export function readNumber(text: string): string[] {
  const compact = text.replace(GROUPING, '');
  if (!/^\d[\d.,]*$/.test(compact)) return [];
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  if (last < 0) return [plain(compact, '')];
  const divided = plain(compact.slice(0, last).replace(/[.,]/g, ''), compact.slice(last + 1));
  if (!THREES.test(compact)) return [divided];
  const grouped = plain(compact.replace(/[.,]/g, ''), '');
  return /[.,].*[.,]/.test(compact) ? [grouped] : [grouped, divided];
}

function plain(whole: string, fraction: string): string {
  const digits = whole.replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/0+$/, '');
  return rest === '' ? digits : `${digits}.${rest}`;
}
