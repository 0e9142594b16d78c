import 'server-only';
import type { Language } from '../types.ts';

/**
 * Ways to begin a question that say nothing of what is asked ("could you please tell me", "I was wondering"), on folded
 * words. What is asked for by a verb of its own ("show", "explain", "cancel") stays.
 */
const SOFT =
  '(?:please|kindly|possibly|maybe|perhaps|just|really|quickly|also|actually|at least|by any chance|then)';
const FRAMES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?:could|can|would|will|might) (?:you|someone|anyone|anybody|somebody)(?: ${SOFT}| be so kind(?: as)? to| be able to| help me to| mind)* (?:tell|telling|let|letting|inform|advise|remind|enlighten)(?: (?:me|us))?(?: know)?(?: about| of)?`,
    `(?:please |kindly )*(?:tell|inform|advise|remind) (?:me|us)(?: please)?(?: about| of)?`,
    `(?:please |just )*let (?:me|us) know`,
    `(?:i|we)(?: (?:would|am|are|was|were|have|had|do))*(?: ${SOFT})* (?:like|love|want|need|wish|wanted|trying|hoping|curious|keen|interested|wondering|writing|asking|calling|messaging)(?: ${SOFT})*(?: in)?(?: to)?(?: (?:know|learn|find out|hear|ask|figure out|be told|knowing|learning|work out))(?: about| from you)?`,
    `(?:i|we) (?:am |are |was |were )?(?:just )?(?:wondering|wondered|wonder|curious)(?: if| whether)?(?: (?:you|someone) (?:could|can|might)(?: tell (?:me|us)| say)?)?`,
    `it (?:would|will|might) (?:really )?(?:help|be (?:great|nice|good|helpful|useful|lovely))(?: (?:me|us|for me|for us))?(?: to (?:know|learn|hear|be told))(?: about)?`,
    `(?:nobody|no one|none of us)(?: here| in our office)? (?:can|could|will|is able to) tell (?:me|us)`,
    `(?:do|would|does|did) (?:you|anyone|anybody|someone|you guys)(?: happen to| by any chance)? know(?: about)?`,
    `(?:any|some) (?:idea|ideas|clue|chance you know|chance you could tell me)`,
    `(?:may|might|can|could) (?:i|we)(?: ${SOFT})* (?:ask|know|enquire|inquire|find out)(?: you)?(?: about)?`,
    `(?:is it|would it be) possible to (?:know|find out|learn|tell me)`,
    `(?:quick|one|another|a|small|simple|one more|just a|last|next) (?:question|thing)(?: please| for you| about)?`,
  ],
  de: [
    `(?:konnen|konnten|kannst|konntest|wurden|wurdest) (?:sie|du|ihr|wir)(?: mir| uns)?(?: bitte| mal| vielleicht| kurz| freundlicherweise)* (?:sagen|mitteilen|verraten|bescheid geben)`,
    `(?:ich|wir) (?:mochte|mochten|wurde|wurden|will|wollen|muss|mussen)(?: gerne?| bitte| mal| nur)* (?:wissen|erfahren|fragen)`,
    `(?:ich|wir) (?:hatte|hatten)(?: gerne?| gern)* (?:gewusst|erfahren)`,
    `(?:mich|uns) (?:wurde|wurden) interessieren`,
    `(?:sagen sie|sag|verraten sie)(?: mir| uns)?(?: bitte| mal)*`,
    `(?:wissen sie|weisst du)(?: vielleicht| zufallig)?`,
  ],
  es: [
    `(?:me |nos )?(?:podrias?|puedes|puede|podriais|podeis|podrian|pueden)(?: por favor)? (?:decir|decirme|decirnos|indicar|indicarme|informar|informarme|confirmarme|aclararme)(?: por favor)?`,
    `(?:me|nos) gustaria (?:saber|conocer)`,
    `(?:quisiera|quisieramos|quiero|queremos|necesito|necesitamos|querria|queria) (?:saber|conocer)`,
    `(?:dime|digame|decidme)(?: por favor)?`,
    `(?:sabes|sabe|sabeis) (?:usted )?`,
  ],
  fr: [
    `(?:est ce que )?(?:pouvez|pourriez|peux|pourrais) (?:vous|tu)(?: s il vous plait| s il te plait| svp)? (?:me|nous|m) (?:dire|indiquer|informer|communiquer|preciser|renseigner)(?: sur)?`,
    `(?:est ce que )?(?:vous|tu) (?:pouvez|pourriez|peux|pourrais) (?:me|nous|m) (?:dire|indiquer|preciser)`,
    `(?:je|j|nous) (?:aimerais|aimerions|voudrais|voudrions|souhaite|souhaiterais|souhaitons|veux|voulons) (?:savoir|connaitre)`,
    `(?:je|j|nous) (?:aurais|aurions|ai|avons) besoin (?:de savoir|de connaitre|d avoir|du|de la|de|des|d)`,
    `(?:dites|dis) (?:moi|nous)`,
    `(?:savez|sais) (?:vous|tu)`,
  ],
};
/** What may stand before a frame and stays. */
const LEAD =
  '(?:(?:hi|hello|hey|there|team|all|good|morning|afternoon|evening|day|sorry|excuse me|so|well|ok|okay|please|hallo|guten|tag|hola|buenas|buenos|dias|tardes|bonjour|bonsoir|salut|madame|monsieur) )*';

const PATTERNS: Readonly<Record<Language, readonly RegExp[]>> = {
  en: compiled('en'),
  de: compiled('de'),
  es: compiled('es'),
  fr: compiled('fr'),
};

function compiled(language: Language): RegExp[] {
  return FRAMES[language].map(
    (frame) => new RegExp(`^(${LEAD})(?:${frame.trim()})(?: (?:if|whether|that|ob|si))? `),
  );
}

/** The words without the frame at their beginning, frames around frames included; untouched where nothing else is left. */
export function withoutFrames(words: readonly string[], language: Language): readonly string[] {
  let text = `${words.join(' ')} `;
  for (let round = 0; round < 3; round += 1) {
    const frame = PATTERNS[language].find((pattern) => pattern.test(text));
    const rest = frame ? text.replace(frame, '$1') : text;
    if (rest === text || rest.trim() === '') break;
    text = rest;
  }
  return text.trim().split(' ');
}
