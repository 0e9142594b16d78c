import 'server-only';
import { type Found, type Pass, PIECE_END, PIECE_START, type Sink } from './passes.ts';
import { PLACEHOLDERS } from './policy.ts';

const BEGIN = '-----BEGIN ';
const HEADER_MAX = 64;
const HEADER = /^-----BEGIN (?:[A-Z0-9]+ +){0,3}PRIVATE +KEY(?: +BLOCK)?-----$/;
const KEY_BODY = /[A-Za-z0-9+/=\s:,\u200c-\u200d\ufe0e-\ufe0f-]/;

/** Removes private keys in PEM form: the header is recognised before it is shown, then everything a key is made of goes. */
export function removeKeys(next: Sink, found: Found): Pass {
  let held = '';
  let isSwallowing = false;

  function flush(): void {
    const text = held;
    held = '';
    for (const character of text) next(character);
  }

  function take(character: string): void {
    if (isSwallowing) {
      if (KEY_BODY.test(character)) return;
      isSwallowing = false;
      if (!/[.!?)]/.test(character)) next(' ');
    }
    if (held === '' && character !== '-') return next(character);
    held += character;
    if (
      held.length <= BEGIN.length
        ? BEGIN.startsWith(held)
        : /[A-Z0-9 -]/.test(character) && held.length < HEADER_MAX
    ) {
      if (HEADER.test(held)) replaceKey();
      return;
    }
    unhold();
  }
  /** Six dashes may still be the start of a header: only what cannot be is let go. */
  function unhold(): void {
    while (held !== '' && !BEGIN.startsWith(held)) {
      const [first = ''] = held;
      held = held.slice(first.length);
      next(first);
    }
  }
  function replaceKey(): void {
    found('secret');
    held = '';
    isSwallowing = true;
    for (const character of `${PIECE_START}${PLACEHOLDERS.secret}${PIECE_END}`) next(character);
  }

  return { take, end: flush };
}
