import 'server-only';

/**
 * Leading digits and the lengths they are issued in (ISO/IEC 7812 and the schemes' own tables). `isWeak`: so short, rare or
 * wide that order numbers fall into it; needs the groups of a card or a word that says card.
 */
export const CARD_BRANDS = [
  { brand: 'visa', from: 4, to: 4, lengths: [13, 16, 19], isWeak: false },
  { brand: 'mastercard', from: 51, to: 55, lengths: [16], isWeak: false },
  { brand: 'mastercard', from: 2221, to: 2720, lengths: [16], isWeak: false },
  { brand: 'amex', from: 34, to: 34, lengths: [15], isWeak: false },
  { brand: 'amex', from: 37, to: 37, lengths: [15], isWeak: false },
  { brand: 'discover', from: 6011, to: 6011, lengths: [16, 19], isWeak: false },
  { brand: 'discover', from: 644, to: 659, lengths: [16, 19], isWeak: false },
  { brand: 'diners', from: 300, to: 305, lengths: [14, 16, 19], isWeak: false },
  { brand: 'diners', from: 3095, to: 3095, lengths: [14, 16, 19], isWeak: false },
  { brand: 'diners', from: 36, to: 36, lengths: [14, 16, 19], isWeak: false },
  { brand: 'diners', from: 38, to: 39, lengths: [14, 16, 19], isWeak: false },
  { brand: 'jcb', from: 3528, to: 3589, lengths: [16, 19], isWeak: false },
  { brand: 'jcb', from: 2131, to: 2131, lengths: [15], isWeak: false },
  { brand: 'jcb', from: 1800, to: 1800, lengths: [15], isWeak: false },
  { brand: 'unionpay', from: 62, to: 62, lengths: [16, 17, 18, 19], isWeak: false },
  { brand: 'unionpay', from: 81, to: 81, lengths: [16, 17, 18, 19], isWeak: true },
  { brand: 'mir', from: 2200, to: 2204, lengths: [16, 17, 18, 19], isWeak: false },
  { brand: 'troy', from: 9792, to: 9792, lengths: [16], isWeak: false },
  { brand: 'rupay', from: 60, to: 60, lengths: [16], isWeak: false },
  { brand: 'rupay', from: 508, to: 508, lengths: [16], isWeak: false },
  { brand: 'rupay', from: 82, to: 82, lengths: [16], isWeak: true },
  { brand: 'verve', from: 5060, to: 5061, lengths: [16, 18, 19], isWeak: false },
  { brand: 'verve', from: 6500, to: 6500, lengths: [16, 18, 19], isWeak: false },
  { brand: 'maestro', from: 5018, to: 5020, lengths: [16, 18, 19], isWeak: false },
  { brand: 'maestro', from: 5038, to: 5038, lengths: [16, 18, 19], isWeak: false },
  { brand: 'maestro', from: 6304, to: 6304, lengths: [16, 18, 19], isWeak: false },
  { brand: 'maestro', from: 6759, to: 6763, lengths: [16, 18, 19], isWeak: false },
  { brand: 'maestro', from: 50, to: 50, lengths: [12, 13, 14, 15, 16, 17, 18, 19], isWeak: true },
  { brand: 'maestro', from: 56, to: 58, lengths: [12, 13, 14, 15, 16, 17, 18, 19], isWeak: true },
  { brand: 'maestro', from: 6, to: 6, lengths: [12, 13, 14, 15, 16, 17, 18, 19], isWeak: true },
  { brand: 'uatp', from: 1, to: 1, lengths: [15], isWeak: true },
] as const;
