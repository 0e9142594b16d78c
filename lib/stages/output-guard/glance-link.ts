import 'server-only';
import { isAllowedHref } from '#lib/contract/links.ts';
import { type Glance, type Looked, stretch } from './looked.ts';
import { ENOUGH } from './may-hide.ts';
import { beginsRow } from './glance-rows.ts';
import { isSpace } from './parts-of.ts';

/** Of one word, and with white space behind it: only the table is to be asked whether it stays as it is. */
const LINK = /^\[([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)\]\((\/[a-z]+(?:\/[0-9-]+)?)\)(?=[ \n])/;
const LINK_SO_FAR = /^\[[A-Za-z0-9-]*(?:\](?:\((?:\/[a-z0-9/-]*\)?)?)?)?$/;
/** The number of an invoice, or a short one. */
const NUMBER = /^([0-9]{1,4})(?:-([0-9]{1,3}))?$/;
/** Longer ones are left to the passes. */
const LINK_MAX = 64;
/** What `takesLink` answers of what a pass has to look at. */
export const NO_LINK = -1;

/**
 * Reads the link that begins at a position of what waits, where a word begins: answers where the text goes on after it, its end
 * if the link may still go on there, or `NO_LINK`.
 */
export function takesLink(glance: Glance, looked: Looked, position: number): number {
  const { waiting, text, from } = looked;
  const ahead = waiting.length - from;
  const all = text.length + ahead;
  const written = stretch(looked, position, Math.min(all, position + LINK_MAX));
  const [whole, label = '', href = ''] = LINK.exec(written) ?? [];
  glance.link = -1;
  if (whole === undefined) {
    if (position + written.length < all || written.length === LINK_MAX) return NO_LINK;
    if (!LINK_SO_FAR.test(written)) return NO_LINK;
    glance.link = position;
    return text.length;
  }
  if (!isAllowedHref(href) || !takesLabel(glance, looked, position, label)) return NO_LINK;
  // With its slashes it is a word to look at, however short.
  glance.marks |= ENOUGH;
  return position + whole.length - ahead;
}

/** Whether a link may begin there and be all of its word: white space stands before it, and no row of digits is open. */
export function mayBeginLink(glance: Glance, looked: Looked, position: number): boolean {
  if (glance.word !== position || glance.row >= 0 || glance.isDoubtful) return false;
  const before = position > 0 ? stretch(looked, position - 1, position) : looked.shownEnd().slice(-1);
  return before !== '' && isSpace(before.charCodeAt(0));
}

/** What is read of a link is its label, which may be a row of digits, or begin one. */
function takesLabel(glance: Glance, looked: Looked, position: number, label: string): boolean {
  const [whole, first = '', second] = NUMBER.exec(label) ?? [];
  if (whole === undefined) return !/[0-9]/.test(label);
  if (!beginsRow(glance, looked, position)) return false;
  glance.size = (second ?? first).length;
  glance.digits = first.length + (second ?? '').length;
  glance.gapStart = -1;
  glance.gap = 0;
  return true;
}
