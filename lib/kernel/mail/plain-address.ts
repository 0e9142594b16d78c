import 'server-only';

/** RFC 5321: longest path an address fits in. */
const MAX_CHARACTERS = 254;
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;

/** True for one address and nothing else: no list, no name, no quoting, no control character. RFC 5322's atoms. */
export function isPlainAddress(text: string): boolean {
  return text.length <= MAX_CHARACTERS && ADDRESS.test(text);
}
