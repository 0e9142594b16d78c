import 'server-only';

/**
 * How telephone numbers are written at home, where the writing alone tells: the national conventions of ITU-T E.123 and
 * of the countries named. `fewest` and `most` count digits.
 */
export const PHONE_SHAPES = [
  { where: 'US, CA', fewest: 10, most: 11, pattern: /^(?:1[ .-]?)?\(\d{3}\)[ .-]?\d{3}[ .-]?\d{4}$/ },
  { where: 'US, CA', fewest: 10, most: 11, pattern: /^(?:1[ .-])?\d{3}([.-])\d{3}\1\d{4}$/ },
  { where: 'US, CA', fewest: 10, most: 11, pattern: /^(?:1[ -])?[2-9]\d{2} [2-9]\d{2}[ -]\d{4}$/ },
  { where: 'AT, AU, BE, CH, DE, FI, GB, IE, IL, IN, IT, JP, KR, NL, NZ, SE, TR, UA, ZA', fewest: 9, most: 12, pattern: /^(?!\d{5}-\d{4}$)\(?0[1-9]\d{0,4}\)?(?:[ .\-/]{1,3}\d{2,8}){1,4}$/ },
  { where: 'DE, IT, NL: area and number', fewest: 8, most: 12, pattern: /^0[1-9]\d{0,3}[/-] ?\d{5,8}$/ },
  { where: 'BE, FR: pairs', fewest: 10, most: 10, pattern: /^0[1-9](?:[ .-]?\d{2}){4}$/ },
  { where: 'area in brackets', fewest: 7, most: 12, pattern: /^\(\d{1,5}\)[ -]?\d{2,8}(?:[ -]\d{2,5}){0,2}$/ },
  { where: 'TR', fewest: 11, most: 11, pattern: /^0 ?\(\d{3}\)[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}$/ },
  { where: 'BR', fewest: 10, most: 11, pattern: /^\d{2} 9?\d{4}-\d{4}$/ },
  { where: 'DK, NO', fewest: 8, most: 8, pattern: /^[2-9]\d \d{2} \d{2} \d{2}$/ },
  { where: 'ES, NO, SE', fewest: 9, most: 9, pattern: /^[4-9]\d{2} \d{2} \d{2} \d{2}$/ },
  { where: 'NO', fewest: 8, most: 8, pattern: /^[2-9]\d{2} \d{2} \d{3}$/ },
  { where: 'AR', fewest: 11, most: 13, pattern: /^0\d{2,4} 15-?\d{3,4}-\d{4}$/ },
  { where: 'CZ, ES, PL, PT', fewest: 9, most: 9, pattern: /^[5-9]\d{2}([ -])\d{3}\1\d{3}$/ },
  { where: 'KZ, RU', fewest: 10, most: 11, pattern: /^(?:8[ -]?)?\(?\d{3}\)?[ -]?\d{3}[ -]\d{2}[ -]\d{2}$/ },
  { where: 'PL', fewest: 9, most: 9, pattern: /^\d{2}[ -]\d{3}[ -]\d{2}[ -]\d{2}$/ },
  { where: 'GR', fewest: 10, most: 10, pattern: /^(?:2\d{2}[ -]\d{3}[ -]?\d{4}|2\d{3} \d{6})$/ },
  { where: 'CN', fewest: 11, most: 11, pattern: /^1[3-9]\d[ -]\d{4}[ -]\d{4}$/ },
  { where: 'CO', fewest: 10, most: 10, pattern: /^3\d{2}[ -]\d{7}$/ },
  { where: 'TH', fewest: 9, most: 9, pattern: /^0 [2-9]\d{3} \d{4}$/ },
  { where: 'PT', fewest: 9, most: 9, pattern: /^2\d \d{3} \d{4}$/ },
  { where: 'MX', fewest: 10, most: 10, pattern: /^[2-9]\d \d{4} \d{4}$/ },
  { where: 'AU, GB, IE: services', fewest: 10, most: 10, pattern: /^1[38]\d{2}[ -]\d{3}[ -]\d{3}$/ },
  { where: 'AU, BE, FR, GB: mobile', fewest: 10, most: 11, pattern: /^0(?:7\d{9}|[67]\d{8})$/ },
] as const; // prettier-ignore
