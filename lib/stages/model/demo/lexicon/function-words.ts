import 'server-only';
import type { Language } from '../types.ts';

/** The small words a language cannot do without: what tells the languages apart. Accents folded. */
export const FUNCTION_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the is are was were do does did my our your i you we they he she it of to in on for with and or not what why when where who how which this that these those have has had be been a an can could would should will me us from at by about if but so as there than then any all much many please am just get got know because'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das den dem des ein eine einen einem einer ist sind war waren hat haben habe hatte wird werden wurde ich du wir ihr sie er es mein meine meinen meiner meinem unser unsere unserer euer und oder aber nicht kein keine was wie wann wo wer warum welche welcher welches mit fur von zu zum zur auf im am in bei nach aus uber unter vom denn doch noch schon mal bitte mir mich uns ihnen ihre kann konnen muss mussen wieso weshalb viel viele diese dieser diesen letzte letzten hallo danke guten jetzt gibt'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las un una unos unas es son era fue ha han he hemos esta estan de del al en con por para que cual cuando donde quien como cuanto cuanta cuantos cuantas mi mis nuestro nuestra nuestros su sus yo tu nosotros usted me nos te se lo y o pero no si porque mas muy este esta esto esa ese eso hay tengo tenemos puedo puedes puede quiero porfa favor hola gracias buenos buenas cada desde hasta sobre sin ya'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les un une des du de est sont etait a ont ai avons avez suis et ou mais ne pas plus que qui quoi quand comment pourquoi combien quel quelle quels quelles mon ma mes notre nos votre vos je tu il elle nous vous ils on ce cet cette ces c j l d n s qu m t au aux en dans sur pour par avec sans y moi est-ce puis peux pouvez veux merci bonjour svp depuis deja encore'.split(
      ' ',
    ),
  ),
};
