import 'server-only';

const AT = /\s?(?:[([{<]\s?(?:at|@)\s?[)\]}>]|\bat\b|@)\s?/i;
const DOT = /\s?(?:[([{<]\s?(?:dot|punkt|punto|point|\.)\s?[)\]}>]|\bdot\b)\s?/gi;

/** An address as mail programs read it: `jane (at) acme (dot) test` is `jane@acme.test`. */
export function plainAddress(written: string): string {
  if (!/[\s([{<]/.test(written)) return written;
  return written.replace(AT, '@').replace(DOT, '.').replace(/\s/g, '');
}
