import 'server-only';
import { eachPart, whileWaiting } from './parts-of.ts';
import { type Found, isMark, type Pass, PIECE_END, PIECE_START, type Sink } from './passes.ts';
import { PLACEHOLDERS } from './policy.ts';

const BEGIN = '-----BEGIN ';
const HEADER_MAX = 64;
const HEADER = /^-----BEGIN (?:[A-Z0-9]+ +){0,3}PRIVATE +KEY(?: +BLOCK)?-----$/;
const KEY_BODY = /[A-Za-z0-9+/=\s:,\u200c-\u200d\ufe0e-\ufe0f-]/;

/** Removes private keys in PEM form: the header is recognised before it is shown, then everything a key is made of goes. */
export function removeKeys(next: Sink, found: Found): Pass {
  let held = '';
  let last = '';
  let isSwallowing = false;
  const isWaiting = (): boolean => held !== '' || isSwallowing;

  function give(part: string): void {
    if (!isMark(part)) last = part;
    next(part);
  }
  function flush(): void {
    eachPart(held, give);
    held = '';
  }

  function take(part: string): void {
    if (held === '' && !isSwallowing && part !== '-') give(part);
    else whileWaiting(part, isWaiting, takeOne, give);
  }
  function takeOne(character: string): void {
    if (isSwallowing) {
      if (KEY_BODY.test(character)) return;
      isSwallowing = false;
      if (!/[.!?)]/.test(character)) give(' ');
    }
    if (held === '' && character !== '-') return give(character);
    held += character;
    if (!mayBeHeader(held, character)) return unhold();
    if (character === '-' && held.length > BEGIN.length && HEADER.test(held)) replaceKey();
  }
  /** Six dashes may still be the start of a header: only what cannot be is let go. */
  function unhold(): void {
    while (held !== '' && !BEGIN.startsWith(held)) {
      const [first = ''] = held;
      held = held.slice(first.length);
      give(first);
    }
  }
  function replaceKey(): void {
    found('secret');
    held = '';
    isSwallowing = true;
    const space = /[!\]\\]$/.test(last) ? ' ' : '';
    eachPart(`${space}${PIECE_START}${PLACEHOLDERS.secret}${PIECE_END}`, give);
  }

  return { take, end: flush, isIdle: () => !isWaiting(), resume: (character) => void (last = character) };
}

function mayBeHeader(held: string, last: string): boolean {
  if (held.length <= BEGIN.length) return BEGIN.startsWith(held);
  return /[A-Z0-9 -]/.test(last) && held.length < HEADER_MAX;
}
