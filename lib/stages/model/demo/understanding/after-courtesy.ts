import 'server-only';

const PRAISE =
  'good|great|helpful|clear|fine|useful|perfect|kind|nice|lovely|sorted|enough|all|gut|klar|prima|hilfreich|util|claro|bueno|bien|utile|clair|parfait';
/** Thanks, praise, surprise: a sentence that only takes note of an answer. */
const NOTICES = [
  'ok(?:ay)?|k|kk|right|good|great|lovely|nice|perfect|brilliant|excellent|noted|understood|cool|fine|alright|sure|super|wow|ouch|damn|phew|ugh|oh|ah|aha|hm+|ha+h?|haha|lol|cheers|ta|thx|bravo',
  'got it|i see|fair enough|makes sense|no problem|never mind|interesting|wonderful|splendid|very (?:helpful|good|well|kind)|how (?:nice|lovely|kind|helpful)|much appreciated|all clear',
  "(?:many |much )?thank(?:s| you)(?: \\p{L}+){0,6}|thank god|that(?:'s|’s| is) (?:very |really |so |quite |all )?(?:PRAISE)(?: to (?:know|hear))?",
  "merci(?: \\p{L}+){0,4}|danke(?: \\p{L}+){0,4}|vielen dank(?: \\p{L}+){0,3}|gracias(?: \\p{L}+){0,4}|muchas gracias|vale|genial|entendido|d[’']accord|alles klar|verstanden|gut|prima|aha|tres bien|très bien|muy bien|c[’']est note|c[’']est noté|compris",
];
const NOTICE = new RegExp(
  `^(?:(?:${NOTICES.join('|').replace('PRAISE', PRAISE)})(?:\\s*[,]\\s*(?:${NOTICES[0]}))?\\s*[.!…;–—]+\\s+)+`,
  'iu',
);

/** "Thank you. And until when is it valid?": what is asked once the courtesy is said. The whole where nothing follows. */
export function afterCourtesy(text: string): string {
  const rest = text.trimStart().replace(NOTICE, '');
  return /\p{L}{2}/u.test(rest) ? rest : text;
}
