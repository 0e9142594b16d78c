import 'server-only';
import type { Language } from '../../types.ts';

/**
 * What sounds like a wish and is none, on folded words: `unit` in the thought that names the change ("I should just cancel"),
 * `sentence` anywhere in its sentence ("if this goes on, I cancel").
 */
type Musing = { readonly unit: RegExp; readonly sentence: RegExp };

const anyOf = (sources: readonly string[]) => new RegExp(`\\b(?:${sources.join('|')})\\b`);

const PERHAPS = '(?:should|shall|ought to|might|may|could)';
const LEAVE =
  '(?:cancel\\w*|quit\\w*|leav\\w*|end(?:ing)?|stop\\w*|terminat\\w*|switch\\w*|downgrad\\w*|clos\\w*|go(?:ing)? (?:elsewhere|somewhere else|to)|look(?:ing)? (?:around|for|elsewhere)|find)';
/** What a threat depends on; "if it is possible" is politeness. */
const THREAT =
  'if (?:this|it|that|things|nobody|no one|nothing|something|prices?|the prices?|your|one more|i (?:do not|see|get|have to|find|open)|we (?:do not|see|get|have to|find)|you (?:do not|can not|keep|people|guys|charge|raise|ever|bill|send|will not))\\b(?! (?:is |it )?(?:is )?(?:possible|ok|okay|fine|alright|all right|easier|easy|helps|works|not too much|not much trouble|mind))';

const MUSINGS: Readonly<Record<Language, Musing>> = {
  en: {
    unit: anyOf([
      `(?:i|we|one)(?: \\w+){0,2} ${PERHAPS}(?! (?:like|i|we)\\b)(?: (?!please|pls|you|ask)\\w+){0,4} ${LEAVE}`,
      `(?:time|reason|reasons|excuse) (?:for us |for me )?to ${LEAVE}`,
      `(?:mak(?:e|es|ing)|made) (?:me|us|people|one|anyone|everyone|you) (?:\\w+ ){0,2}(?:want|wish|feel|think|consider|wonder|${LEAVE})`,
      // "I guess we'll take Business" is a decision, for all the doubt in it; "I guess we'll have to cancel" a threat.
      '(?:i|we) (?:guess|suppose|reckon|assume|imagine|fear|bet)(?! (?:i|we) (?:(?:will|should|are going to|am going to|would like to|want to|need to) )*(?:take|go (?:with|for)|get|add|book|order|move|upgrade|retry|use|choose|have(?! to)|want(?! to)|need(?! to))\\b)|half a mind|tempted|feel(?:s|ing)? like|felt like|in the mood|inclined|on the verge|(?:this|very|so|really|dangerously)? ?(?:close|near) to \\w+ing|(?:about|nearly|almost|just) (?:ready )?to (?:give up|quit|leave)|was about to|were about to|nearly|almost',
      '(?:every|each) (?:single )?(?:time|month|bill|invoice)',
      '(?:consider|contemplat)(?:ing|ed|s)|(?:thinking|thought|think|dreaming) (?:of|about)|toying with|seriously (?:think|consider)\\w*|wonder why i|why i (?:still|even)|no wonder',
      'or is (?:it|that|this)|or (?:do|does|will|are|did) (?:you|it|that|this|they)',
      '(?:never|not) ask(?:ed|ing)? (?:to|for|you)|not (?:saying|asking)',
      `(?:rather|sooner|gladly|happily|love to) (?:go|leave|cancel|quit)(?: (?:to|with|today|tomorrow|than))`,
    ]),
    sentence: anyOf([
      THREAT,
      'unless (?:you|this|it|somebody|someone|things|we|i)',
      'one more (?:\\w+ ){0,4}(?:and|then)',
      'keep (?:this|that|it|going) (?:up|on|like this)',
      'next time (?:this|it|that|you|something)',
      'until (?:this|it) is (?:fixed|sorted|solved|resolved)',
      '(?:just|only|merely) asking',
      '(?:in (?:general|principle|theory)|generally|theoretically|hypothetically|as a rule|for the sake of argument)',
      '(?:ridiculous|outrageous|absurd|unbelievable|crazy|sad|shame|annoying|unacceptable|incredible) (?:that|how|to have to|when)',
    ]),
  },
  de: {
    unit: anyOf([
      'am liebsten|konnte (?:ich|man)|sollte (?:ich|man|wir)|sollten wir|(?:ich|wir) (?:sollte|sollten|konnte|konnten|wurde am liebsten)\\b(?! (?:sie|gern\\w*))|kurz davor|uberleg\\w*|denk\\w* (?:\\w+ ){0,2}(?:daran|daruber|ans|an)|bald (?:kundigen|weg)|fast|beinahe|vielleicht|lieber gleich',
      'jedes mal|jeden monat|(?:wundert|kein wunder)',
      '(?:sonst|andernfalls|oder) (?:kundige|kundigen|gehe|gehen|wechsle|wechseln|bin|sind)',
    ]),
    sentence: anyOf([
      'wenn (?:das|es|sich|nicht|niemand|nichts|ihr|sie|noch|die|so)\\b(?! (?:geht|moglich|passt|okay|ok|ihnen|euch))',
      'sonst (?:kundige|kundigen|gehe|gehen|wechsle|wechseln|bin ich|sind wir)',
      'noch (?:ein|eine|einmal|so)(?: \\w+){0,3} und',
      'nur (?:mal )?(?:so )?(?:eine )?frage',
    ]),
  },
  es: {
    unit: anyOf([
      'deberia(?:mos)?|tendria(?:mos)? que|a punto de|pensando en|pienso en|ganas de|(?:casi|quiza|quizas|igual|tal vez)|podria(?:mos)? (?:cancelar|irme|irnos|darme|darnos)|cada vez|dan ganas|no me extrana',
      '(?:o|si no) (?:cancelo|cancelamos|me voy|nos vamos|me doy|nos damos)',
    ]),
    sentence: anyOf([
      'si (?:esto|sigue|siguen|no|nadie|nada|vuelve|vuelven|continua|seguis|los precios|me vuelv\\w+)\\b(?! (?:es )?(?:posible|molesta|le importa|te importa|os importa))',
      'una (?:factura )?mas y',
    ]),
  },
  fr: {
    unit: anyOf([
      'devrais|devrions|ferais mieux|ferions mieux|pourrais|pourrions|sur le point de|envie de (?:tout )?(?:resilier|partir|arreter|quitter|annuler)|(?:pense|pensons|songe|songeons|hesite|hesitons) (?:a|serieusement)|(?:presque|peut etre)|a deux doigts|chaque fois|pas etonnant',
      '(?:ou|sinon) (?:je|on|nous) (?:resilie|resilions|pars|partons|m en vais|arrete|quitte)',
    ]),
    sentence: anyOf([
      'si (?:ca|cela|rien|personne|vous (?:ne|continuez)|c est comme|les prix|on me)\\b(?! (?:est )?(?:possible|vous va|ne vous derange))',
      'sinon (?:je|on|nous)',
      'encore une (?:\\w+ ){0,3}et',
    ]),
  },
};

const PLEASE = /\b(?:please|pls|plz|kindly|bitte|por favor|s il (?:vous|te) plait|svp)\b/;

/** Whether a thought only plays with a change, or threatens with it. Who says please means it. */
export function isMused(unit: string, sentence: string, language: Language): boolean {
  const { unit: inThought, sentence: around } = MUSINGS[language];
  return !PLEASE.test(unit) && (inThought.test(unit) || around.test(sentence));
}
