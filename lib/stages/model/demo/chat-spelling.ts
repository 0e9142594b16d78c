import 'server-only';

/** Digits and signs that stand for words in a quickly typed message. What stands beside them decides. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^\s*\+\s?(?=\d{1,2}\s\p{L})/u, 'add '],
  [/^\s*[-–−]\s?(?=\d{1,2}\s\p{L})/u, 'remove '],
  [/\bb4\b/gi, 'before'],
  [/\b(some|any|every)\s?1\b/gi, '$1one'],
  [/\b2day\b/gi, 'today'],
  [/\b2mor+ow\b|\b2moro\b/gi, 'tomorrow'],
  [/\bgr8\b/gi, 'great'],
  [
    /\b(talk|speak|want|need|wanna|have|go|due|back|next|got|used|up|charged|going|switch|refund)\s2\b(?! (?:\w+ )?(?:more|additional|extra|new|further|seats?|users?|logins?|licen\w+|people|euros?|invoices|bills))/gi,
    '$1 to',
  ],
  [/\b4 (?=(?:me|us|my|our|the|this|that|last|what|it|how|which)\b)/gi, 'for '],
  [
    /\b(the|that|this|which|last|latest|next|first|newest|older|previous|prev|tht|dat) 1\b(?=\s?(?:[?!.,]|$|[a-z]))(?! (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day|month|week|year|euro|seat|gb|api))/gi,
    '$1 one',
  ],
  [/(?<=[\p{L}\d?])\s*[&+]\s*(?=\p{L})/gu, ' and '],
  [/(?<=\p{L}) n (?=\p{L})/gu, ' and '],
  [/\bw\/(?=\s?\p{L})/giu, 'with '],
];

/** Short words as fingers in a hurry leave them: too short to be repaired by likeness. */
const SLIPS: ReadonlyMap<string, string> = new Map(
  `hwo=how, hw=how, howmuch=how much, howmany=how many, teh=the, hte=the, ths=this, tihs=this, thsi=this, tht=that, taht=that, dat=that, dis=this, wen=when, whn=when, wehn=when, wich=which, whcih=which, whic=which, waht=what, wht=what, whta=what, wy=why, whi=why, mcuh=much, mch=much, mny=many, mnay=many, lst=last, lsat=last, fr=for, fo=for, frm=from, cn=can, cud=could, wud=would, shud=should, hav=have, ahve=have, r=are, n=and, nd=and, adn=and, blnc=balance, bal=balance, nr=number, nbr=number, nmbr=number, num=number, invc=invoice, invoce=invoice, bil=bill, bll=bill, amnt=amount, fone=phone, msg=message, crd=card, yday=yesterday, mnth=month, mnths=months, mths=months, mo=month, wk=week, yrs=years, ppl=people, gud=good, kk=ok, k=ok, y=why, da=the, ya=you, yall=you, ure=you are, sry=sorry, tx=thanks, txs=thanks, rly=really, mb=maybe, smth=something, sth=something, sumthing=something, tho=though, thru=through, togheter=together, alltogether=altogether, tryna=trying to, tryin=trying, gettin=getting, chargin=charging, payin=paying, owin=owing, comin=coming, goin=going`
    .split(', ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);

/** The text with the signs of quick typing spelt out. Figures, dates and numbers of invoices stay. */
export function spellSigns(text: string): string {
  return SIGNS.reduce((rest, [sign, words]) => rest.replace(sign, words), text);
}

/** What a short slip stands for in English. Other languages have words of their own that look like these. */
export function fixSlip(word: string): string {
  return SLIPS.get(word) ?? word;
}
