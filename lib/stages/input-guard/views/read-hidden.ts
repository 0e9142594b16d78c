import 'server-only';

/** Tag characters that spell ASCII, and variation selectors that spell bytes: both invisible. */
const TAGS = /[\u{e0020}-\u{e007e}]{3,}/gu;
const SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{3,}/gu;
const SHORT_RUN = /[\ufe00-\ufe0f]{3}/;
/** More tags than a flag of a region has, and more selectors than any emoji: nobody types those. */
const WRITTEN_HIDDEN = /[\u{e0020}-\u{e007e}]{8}|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{8}/u;
/** The first half of every tag and every long selector. */
const HIGH_HALF = '\udb40';
const TAG_BASE = 0xe0000;
const LAST_SHORT_SELECTOR = 0xfe0f;

/** Whether somebody wrote invisibly, whatever it says. */
export function isWrittenHidden(text: string): boolean {
  return (text.includes(HIGH_HALF) || SHORT_RUN.test(text)) && WRITTEN_HIDDEN.test(text);
}

/** What invisible characters of a text spell, decoded; empty for a text that has none. Emoji and flags spell nothing. */
export function readHidden(text: string): string {
  if (!text.includes(HIGH_HALF) && !SHORT_RUN.test(text)) return '';
  const tags = (text.match(TAGS) ?? []).map((run) => {
    return [...run].map((tag) => String.fromCharCode((tag.codePointAt(0) ?? 0) - TAG_BASE)).join('');
  });
  const bytes = (text.match(SELECTORS) ?? []).map((run) =>
    Buffer.from([...run].map(byteOf)).toString('utf8'),
  );
  return [...tags, ...bytes].join(' ');
}

/** Selectors 1 to 16 spell 0 to 15, selectors 17 to 256 the rest. */
function byteOf(selector: string): number {
  const code = selector.codePointAt(0) ?? 0;
  return code <= LAST_SHORT_SELECTOR ? code - 0xfe00 : code - 0xe0100 + 16;
}
