import 'server-only';
import { fold } from '../normalise.ts';

/** Words of assent that say nothing else; one of the first list has to be there. */
const YES =
  'yes|yeah|yep|yup|sure|ok|okay|k|fine|do it|go ahead|go on|go for it|approved?|approve it|i approve|we approve|confirm|confirmed|i confirm|confirm it|agreed?|i agree|please do|proceed|make it so|do that|correct|sounds good|looks good|accept|accepted|i accept|execute it|carry it out|submit|make it happen|ja|jawohl|klar|gerne|mach das|machen sie das|mach es|tun sie es|genehmigt|genehmige ich|bestatigt|ich bestatige|einverstanden|los|freigegeben|si|vale|claro|adelante|hazlo|hagalo|aprobado|apruebo|confirmo|confirmado|de acuerdo|procede|acepto|oui|d accord|allez y|vas y|faites le|fais le|approuve|j approuve|je confirme|c est bon|valide|je valide';
/** "Add them", "switch us over": the change named by a verb and a pronoun. */
const BY_VERB =
  'i ?(?:ll| will) (?:take|have) (?:it|that|them|this)|let s (?:do|go with|take) (?:it|that|this|them)|let us (?:do|go with|take) (?:it|that|this|them)|(?:add|remove|take|buy|book|order|drop|get|switch|upgrade|downgrade|change|set|send|prepare|arrange|make) (?:it|them|that|this|those|us|me)(?: (?:over|up|down|off|out|happen))?|(?:mach|nimm|buch|bestell|nehm|buchen|machen|nehmen|bestellen|bereite|bereiten)(?: sie)? (?:das|es|die|sie)(?: vor| dazu)?|(?:anadel[oa]s?|ponlo|cambialo|hazlo|preparalo)|(?:ajoutez|faites|prenez|changez|preparez|ajoute|prends) (?:le|la|les)';
const BESIDE =
  'on|with|please|pls|thanks|thank you|then|now|and|just|it|that|this|already|the|card|change|all|good|great|perfect|right|so|well|for me|bitte|danke|dann|jetzt|es|das|doch|gut|so|por favor|gracias|ya|entonces|ahora|lo|eso|s il vous plait|svp|merci|alors|maintenant|le|ca|is|am|we|i|everything';
const ASSENT = new RegExp(`^(?=.*\\b(?:${YES}|${BY_VERB})\\b)(?:(?:${YES}|${BY_VERB}|${BESIDE})(?: |$))+$`);
const NO =
  /^(?:(?:no|nope|nah|stop|never ?mind|forget it|leave it|cancel that|not now|do ?n.?t|do not|rather not|better not|i changed my mind|we changed our mind|nein|lieber nicht|doch nicht|vergiss es|vergessen sie es|abbrechen|mejor no|dejalo|olvidalo|non|laissez tomber|laisse tomber|plutot pas)(?: (?:thanks|thank you|it|that|do|please|danke|gracias|merci|then|after all|want|now|yet))*(?: |$))+$/;
const DONE =
  /^(?:so |and |but )*(?:is (?:it|that|this) (?:done|through|approved|executed|finished)|did (?:it|that|this) (?:go through|work|happen|get done)|has (?:it|that|this) (?:been )?(?:done|gone through|happened|executed|approved)|was (?:it|that) (?:done|executed|approved)|done|what is the status|is (?:it|that) done now|ist (?:es|das) (?:erledigt|durch|passiert)|wurde (?:es|das) (?:gemacht|ausgefuhrt|erledigt)|esta hecho|ya esta|se ha hecho|c est fait|est ce fait|est ce que c est fait)(?: (?:now|yet|already|jetzt|schon|ya|deja))*$/;

export type ReplyKind = 'assent' | 'no' | 'done';

/** What a message is that only answers what was said before; null where it says more. */
export function replyKind(typed: string): ReplyKind | null {
  const text = fold(typed).replace(/[^\p{L}\p{N}]+/gu, ' ').trim(); // prettier-ignore
  if (ASSENT.test(text)) return 'assent';
  if (NO.test(text)) return 'no';
  return DONE.test(text) ? 'done' : null;
}
