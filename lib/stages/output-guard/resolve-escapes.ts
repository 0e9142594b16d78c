import 'server-only';
import { eachPart, whileWaiting } from './parts-of.ts';
import type { Pass, Sink } from './passes.ts';

/** Escaped punctuation that could hide an address, a link or a tag from the later passes. */
const ESCAPED = /[[\]()<>!&:@./?=,;'"%+$-]/;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', AMP: '&', lt: '<', LT: '<', gt: '>', GT: '>', quot: '"', QUOT: '"', apos: "'", nbsp: ' ', commat: '@', period: '.', colon: ':', sol: '/',
  lsqb: '[', lbrack: '[', rsqb: ']', rbrack: ']', lpar: '(', rpar: ')', excl: '!', num: '#', dash: '‐', hyphen: '‐', ndash: '–', mdash: '—',
  euro: '€', pound: '£', yen: '¥', hellip: '…', bull: '•', middot: '·', rsquo: '’', lsquo: '‘', rdquo: '”', ldquo: '“', times: '×', rarr: '→',
}; // prettier-ignore
/** The longest entity name of HTML has 31 characters. */
const ENTITY_MAX = 34;

/**
 * Writes backslash escapes and entities out, so that later passes see the text as a reader does. `again` takes a
 * decoded character through every pass from the first, because `&#x26;#64;` decodes twice. An unknown entity is broken up.
 */
export function resolveEscapes(next: Sink, again: Sink): Pass {
  let held = '';

  function flush(): void {
    const text = held;
    held = '';
    eachPart(text, next);
  }

  function takeEntity(character: string): void {
    if (/[#A-Za-z0-9]/.test(character) && held.length < ENTITY_MAX) {
      held += character;
      return;
    }
    // No entity has a name of one letter: `R&D;` stays.
    if (character !== ';' || held.length <= 2) {
      flush();
      return takeOne(character);
    }
    const decoded = decodeEntity(held.slice(1));
    if (decoded === undefined) held = `& ${held.slice(1)};`;
    else held = '';
    if (decoded === undefined) return flush();
    for (const part of decoded) again(part);
  }

  function takeOne(character: string): void {
    if (held.startsWith('&')) return takeEntity(character);
    if (held === '\\') {
      if (character === '\\') return;
      held = '';
      if (!ESCAPED.test(character)) next('\\');
    }
    if (character === '\\' || character === '&') held = character;
    else next(character);
  }
  function take(part: string): void {
    if (held === '' && part !== '&' && part !== '\\') next(part);
    else whileWaiting(part, () => held !== '', takeOne, next);
  }

  return { take, end: flush, isIdle: () => held === '', resume: () => undefined };
}

function decodeEntity(name: string): string | undefined {
  const numeric = /^#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}))$/.exec(name);
  if (!numeric) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const code = numeric[1] ? Number.parseInt(numeric[1], 10) : Number.parseInt(numeric[2] ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
