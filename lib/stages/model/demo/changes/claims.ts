import 'server-only';
import type { Language } from '../types.ts';
import type { Wish } from './wish.ts';

/** How a sum is asked for as a question: "can I have 12 euros back?". */
const CLAIMS: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:can|could|may|might) (?:i|we) (?:please |perhaps |maybe )?(?:have|get|claim|receive)\b/,
  de: /\b(?:kann|konnte|konnen|konnten) (?:ich|wir)\b.*\b(?:zuruck\w*|erstattet)\b/,
  es: /\b(?:puedo|podria|podemos|podriamos) (?:recuperar|recibir|tener)\b/,
  fr: /\b(?:puis je|pouvons nous|pourrais je|pourrions nous|peut on|on peut) (?:recuperer|avoir|etre rembourse\w*)\b/,
};

/** "Could the invoices go to x@y.test?": nobody names an address to learn whether it may be one. */
const SENDS =
  /^(?:\w+ ){0,4}?(?:can|could|may|would|konnen|konnten|konnt|pueden|podeis|podrian|podriais|pouvez|pourriez|peut on)\b(?!.*\b(?:tell|know|check|confirm|see|say|who|whether|already|sagen|prufen|decir|confirmar|dire|verifier)\b)/;

/** Who names the sum and what it is of, or where to send to, asks for it, whatever the form. */
export function isClaim(wish: Wish, message: string, language: Language): boolean {
  if (wish.mood === 'about' && wish.tool === 'change_billing_contact')
    return wish.email !== undefined && SENDS.test(message);
  if (wish.mood !== 'about' || wish.tool !== 'refund') return false;
  const { target } = wish;
  return (
    'amount' in target &&
    target.amount !== undefined &&
    target.kind !== 'open' &&
    CLAIMS[language].test(message)
  );
}
