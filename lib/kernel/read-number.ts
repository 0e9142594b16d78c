import 'server-only';

/**
 * One written number without its currency: groups by comma, point, apostrophe or a space of any width. Every part has a
 * longest length, so that looking for it takes linear time.
 */
export const NUMBER_PATTERN = numberPattern("[.,'’ \\u00a0\\u2009\\u202f]");
/** The same without spaces: what follows a currency sign ends at the first one. */
export const TIGHT_NUMBER_PATTERN = numberPattern("[.,'’]");

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

function numberPattern(group: string): string {
  return `(?<!\\d)(?:\\d{1,3}(?:${group}\\d{3}(?!\\d)){1,5}(?:[.,]\\d{1,4}(?!\\d))?|\\d{1,15}(?:[.,]\\d{1,8})?(?!\\d))`;
}
