import 'server-only';
import { FEWEST_DIGITS } from '#lib/kernel/personal-data/span.ts';
import { mayBeginLink, NO_LINK, takesLink } from './glance-link.ts';
import { isHarmlessRow, isLong, isRowOver, takesDigit } from './glance-rows.ts';
import { type Glance, type Looked, stretch } from './looked.ts';
import { isSuspicious, KIND_OF, W } from './may-hide.ts';
import { GAP_KIND, GAP_KINDS, HAS_LETTER, HAS_SPACE, HAS_SYMBOL } from './numbers/scan-run.ts';
import { mayJoin } from './parts-of.ts';

/** So many hyphens may begin a key. */
const KEY_HYPHENS = 5;
const [HYPHEN, BRACKET] = [0x2d, 0x5b];
/** By UTF-16 code unit: what no pass waits for. An exclamation mark matters before a bracket only, which is none of these. */
const IS_PASSED = GAP_KIND.map((_, code) => {
  const character = String.fromCharCode(code);
  return mayJoin(character) || character === '!' ? 1 : 0;
});

/** Whether what begins with this character may be harmless. */
export function mayPass(code: number): boolean {
  return IS_PASSED[code] === 1 || code === BRACKET;
}

/**
 * Reads a text once, as far as nothing in it can be wrong or may begin what can be: answers where the first character
 * stands that a pass has to look at, or the end.
 */
export function glanceOver(glance: Glance, looked: Looked): number {
  const { text, from, waiting } = looked;
  const ahead = waiting.length - from;
  let start = from;
  if (glance.link >= 0) {
    start = takesLink(glance, looked, glance.link);
    if (start === NO_LINK) return from;
  }
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (IS_PASSED[code] !== 1) {
      if (code !== BRACKET || !mayBeginLink(glance, looked, at + ahead)) return at;
      const end = takesLink(glance, looked, at + ahead);
      if (end === NO_LINK) return at;
      at = end - 1;
      continue;
    }
    const kind = GAP_KIND[code];
    if (kind === GAP_KINDS.digit) {
      if (!takesDigit(glance, looked, at)) return at;
      continue;
    }
    if (kind === GAP_KINDS.space) {
      if (!endsWord(glance, looked, at)) return at;
    } else if (kind === GAP_KINDS.other) {
      if (glance.row >= 0 && (glance.gap <= HAS_SPACE || isLong(glance))) return at;
      glance.isDoubtful = true;
    } else if (code === HYPHEN) {
      glance.hyphens = glance.hyphen === at + ahead - 1 ? glance.hyphens + 1 : 1;
      glance.hyphen = at + ahead;
      if (glance.hyphens === KEY_HYPHENS) return at;
    }
    const mark = KIND_OF[code] ?? 0;
    if (mark === W) glance.countOfW += 1;
    else if (mark < W) glance.marks |= mark;
    if (glance.row >= 0 && kind !== GAP_KINDS.emphasis) {
      if (glance.gapStart < 0) glance.gapStart = at + ahead;
      if (kind === GAP_KINDS.space) glance.gap |= HAS_SPACE;
      else if (kind === GAP_KINDS.letter) {
        if (glance.digits >= FEWEST_DIGITS && glance.gapStart === at + ahead) return at;
        glance.gap |= HAS_LETTER;
      } else if (kind === GAP_KINDS.symbol) glance.gap |= HAS_SYMBOL;
    }
  }
  return text.length;
}

/** Whether the word before this white space is harmless, and so is the row of digits that is over with it. */
function endsWord(glance: Glance, looked: Looked, at: number): boolean {
  const end = at + looked.waiting.length - looked.from;
  const isLooked = isSuspicious(end - glance.word, glance.marks, glance.countOfW);
  if (isLooked && !looked.isHarmless(stretch(looked, glance.word, end))) return false;
  if (glance.row >= 0 && isRowOver(glance, looked, end)) {
    if (isLong(glance) && !isHarmlessRow(glance, looked, end + 1, false)) return false;
    glance.row = -1;
  }
  glance.word = end + 1;
  glance.marks = glance.countOfW = 0;
  glance.isDoubtful = false;
  glance.held = glance.row;
  return true;
}
