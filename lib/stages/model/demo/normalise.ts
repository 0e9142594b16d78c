import 'server-only';

/** Short forms and chat spellings → what they stand for. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  `whats=what is, wheres=where is, whos=who is, whens=when is, hows=how is, whys=why is, thats=that is, theres=there is, im=i am, ive=i have, dont=do not, doesnt=does not, didnt=did not, cant=can not, cannot=can not, wont=will not, isnt=is not, wasnt=was not, arent=are not, werent=were not, hasnt=has not, havent=have not, hadnt=had not, couldnt=could not, wouldnt=would not, shouldnt=should not, youre=you are, youve=you have, theyre=they are, weve=we have, lets=let us, u=you, ur=your, pls=please, plz=please, thx=thanks, tnx=thanks, ty=thanks, inv=invoice, invs=invoices, amt=amount, pmt=payment, pymt=payment, acct=account, acc=account, mth=month, wat=what, wut=what, cuz=because, bc=because, tmrw=tomorrow, gimme=give me, lemme=let me, wanna=want to, gotta=have to, gonna=going to, hv=have, abt=about, prev=previous, yr=year, sub=subscription, subs=subscriptions, info=information, dunno=do not know, innit=is it not, nxt=next, lst=last, dbl=double, subscr=subscription, diff=difference, pymnt=payment, recpt=receipt, rcpt=receipt, b4=before, doin=doing, whatre=what are`
    .split(', ')
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);

/** Endings after an apostrophe, English. */
const ENDINGS: Readonly<Record<string, string>> = { re: 'are', ve: 'have', ll: 'will', d: 'would', m: 'am' };
const IS_AFTER = new Set([
  'what',
  'where',
  'who',
  'when',
  'how',
  'why',
  'it',
  'that',
  'there',
  'here',
  'he',
  'she',
  'which',
  'everything',
]);

/** Nothing to fold but capitals: most texts, and most are folded often. */
const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/;

/** Lower case, no accents, straight quotes, no invisible characters; punctuation stays. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/[‘’‚‛`´ʼ]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[–—−]/gu, '-');
}

/** Words of a text: folded, short forms spelt out, one entry per word; numbers keep their digits only. */
export function words(text: string): string[] {
  const spread = fold(text)
    .replace(/\bup to date\b/g, 'uptodate')
    .replace(/\bno\.? of\b/g, 'number of')
    .replace(/\bbilling (?=periods?\b|months?\b)/g, '')
    .replace(/\be-(?=mail|invoice|bill)/g, 'e')
    .replace(/([a-z])(?=\1{3,})/g, '');
  return (spread.match(/\b[qht][1-4]\b|[a-z]+(?:'[a-z]+)*|\d+(?:[a-z]+)?|[%€$£¥]/g) ?? []).flatMap(spell);
}

function spell(word: string): string[] {
  const at = word.indexOf("'");
  if (at < 0) return (SHORT_FORMS.get(word) ?? word).split(' ');
  const [stem = '', ending = ''] = [word.slice(0, at), word.slice(at + 1)];
  if (ending === 't' && stem === 'can') return ['can', 'not'];
  if (ending === 't' && stem === 'won') return ['will', 'not'];
  if (ending === 't' && stem.endsWith('n')) return [stem.slice(0, -1), 'not'];
  if (ending === 's') return IS_AFTER.has(stem) ? [stem, 'is'] : stem === 'let' ? ['let', 'us'] : [stem];
  if (Object.hasOwn(ENDINGS, ending)) return [stem, ENDINGS[ending] ?? ending];
  return [stem, ...spell(ending)];
}
