import 'server-only';

/** Words for people who answer, which are words for people with a seat as well. */
const PEOPLE =
  '(?:persons?|people|humans?|employees?|colleagues?|members?|mitarbeiter\\w*|kolleg\\w*|person|leute|mensch\\w*|emplead\\w*|companer\\w*|persona|colega|miembro|collaborat\\w*|collegue|personne|employe|membre|conseill\\w*)';

/** "Mit einem Mitarbeiter sprechen", "I want a real person": a talk is wanted, and no seat. */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:speak|talk|chat|call|connect\\w*|transfer\\w*|put|reach|contact|hear|get in touch|in touch) (?:\\w+ ){0,6}?${PEOPLE}\\b`,
  ),
  new RegExp(
    `\\b${PEOPLE}\\b(?: \\w+){0,2} (?:on the (?:phone|line)|who (?:can|knows|helps|answers|decides))\\b`,
  ),
  new RegExp(
    `\\bmit (?:\\w+ ){0,4}?${PEOPLE}\\b|\\b${PEOPLE}\\b(?: \\w+){0,4} (?:sprech\\w*|reden|telefonier\\w*|anrufen|unterhalten|verbind\\w*|verbunden|erreichen|kontaktier\\w*|schreiben|weiterleit\\w*|durchstell\\w*|am telefon|anruft|meldet|antwortet|hilft|zuruckruft)`,
  ),
  new RegExp(
    `\\b(?:hablar|contactar|comunicarme|ponerme|ponganme|ponedme|chatear) (?:\\w+ ){0,3}?${PEOPLE}\\b`,
  ),
  new RegExp(`\\b(?:parler|discuter|joindre|contacter|echanger|passez|mettez) (?:\\w+ ){0,4}?${PEOPLE}\\b`),
  new RegExp(
    `\\b(?:an?|one|some|real|live|actual|einen?|eine[nmr]?|echte\\w*|una?|une?|de verdad|vrai\\w*) (?:real |live |actual |human |proper |echten? |richtigen? )?(?:person|human|people|mensch\\w*|mitarbeiter\\w*|persona|personne|employee|conseiller)(?: (?:please|pls|now|here|bitte|jetzt|por favor|ahora|s il vous plait|svp|from|on the|at|who|instead|real|de verdad|to (?:talk|speak|help|answer)|am telefon|der|die))*$|\\b(?:real|live|actual|human|proper) (?:person|people|human|employee)\\b`,
  ),
];

export function asksForPerson(unit: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(unit));
}
