import 'server-only';

/** Told of somebody else's wish, and turned down. */
const TURNED_DOWN: readonly RegExp[] = [
  /\bbut (?:i|we) (?:said no|refused|am against|are against|told (?:him|her|them) no|do not (?:want|agree))\b/,
  // Of one's own wish a "but" says less: "cancel it, but I need the invoices" wants it cancelled.
  /\b(?:my|our|the|his|her) (?:\w+ ){1,2}(?:wants?|asks?|would like|insists?|demands?|says?|thinks?)\b.*\bbut (?:i|we|personally) (?:disagree|object|am not|are not|would not|will not|do not(?! know)|have not|think|prefer|said|refuse|want to (?:wait|stay|keep|think|check))\b/,
  /\bno (?:wish|intention|intentions|desire|plans|interest) (?:for|to|of|in)\b/,
  /\b\w+ keeps? (?:on )?(?:saying|telling|threatening|insisting)\b/,
  /\b(?:mein|unser)\w* \w+ (?:will|mochte|wollte)\b.*\b(?:ich|wir) (?:aber )?nicht\b/,
  /\b(?:mi|nuestr\w+) \w+ (?:quiere|quisiera|desea)\b.*\b(?:yo|nosotros) no\b/,
  /\b(?:mon|ma|notre) \w+ (?:veut|voudrait|souhaite)\b.*\bpas (?:moi|nous)\b/,
];

/** "Do not start anything": whatever else the message says, only an answer is wanted. "Anything else" holds back the rest alone. */
const HELD_BACK: readonly RegExp[] = [
  /(?<!\b(?:you|they|we|i|people|guys) )\b(?:do not|not to|without) (?:start|starting|do|doing|change|changing|trigger|triggering|book|prepare|preparing|execute|executing|process|touch|touching|activate) (?:anything|a thing|any of (?:it|this|that))(?! (?:else|but|except|other|until))\b/,
  /\b(?:bitte |noch )?nichts (?:starten|andern|unternehmen|auslosen|anstossen|buchen|veranlassen)\b/,
  /\bno (?:hag|cambi|toqu|inici|modifi)\w+ nada\b(?! mas)/,
  /\bne (?:faites|changez|lancez|touchez|modifiez|demarrez) rien\b(?! d autre)/,
];

export const isTurnedDown = (message: string): boolean =>
  TURNED_DOWN.some((pattern) => pattern.test(message));
export const isHeldBack = (message: string): boolean => HELD_BACK.some((pattern) => pattern.test(message));
