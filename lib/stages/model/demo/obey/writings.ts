import 'server-only';
import type { Order } from './find-orders.ts';
import { patternForm } from './surfaces.ts';
import { speaksOf } from './vocabulary/ideas.ts';

/** Writings that an answer may be ordered in, and how an order names them (folded). The first that fits is taken. */
const WRITINGS = [
  { how: 'base64', named: /\bbase ?-?64\b|\bb64\b/ },
  { how: 'rot13', named: /\brot ?-?13\b|\bcaesar|\bcasar-?/ },
  { how: 'hex', named: /\bhex(?:a|adecimal\w*|adezimal\w*|adecimale)?\b|\bhexadezimal\w*|\besadecimal\w*/ },
  { how: 'morse', named: /\bmorse\w*/ },
  { how: 'binary', named: /\b(?:in|as|to|en|als|in) (?:binary|binario|binaire|binar)\b|\bbinarcode\b|\bzeros and ones\b/ },
  { how: 'percent', named: /\burl-?encod\w*|\bpercent-?encod\w*/ },
  { how: 'leet', named: /\bleet ?(?:speak)?\b|\bl33t\b|\b1337\b/ },
  { how: 'pig latin', named: /\bpig latin\b/ },
  { how: 'reversed', named: /\bbackwards?\b|\b(?:in )?reversed?(?: (?:order|text|letters|spelling))\b|\bletters? reversed\b|\breverse (?:your|the|all|every) \w+|\bruckwarts\b|\bal reves\b|\ba l'?envers\b|\bal contrario\b|\ball'?indietro\b|\bachterstevoren\b|\bde tras para frente\b|\bao contrario\b|\bfrom (?:the )?end to (?:the )?(?:start|beginning)\b/ },
  { how: 'hyphens', named: /\b(?:hyphens?|dash(?:es)?|bindestrich\w*|strich|tirets?|guion(?:es)?|trattin[oi]|hifen|streepje)\b[^.!?\n]{0,30}\b(?:between|after|zwischen|nach|entre|tra|fra|tussen|apres|despues)\b/ },
  { how: 'dots', named: /\b(?:dots?|periods?|full stops?|punkt\w*|points?|puntos?|punti|punto)\b[^.!?\n]{0,30}\b(?:between|after|zwischen|entre|tra|fra)\b[^.!?\n]{0,30}\b(?:letters?|characters?|buchstab\w*|zeichen|lettres?|letras?|lettere|lettera)\b/ },
  { how: 'separated', named: /\b(?:spaces?|gaps?|leerzeichen|espaces?|espacios?|spazi[o]?|espaco)\b[^.!?\n]{0,30}\b(?:between|after|zwischen|nach|entre|tra|fra)\b[^.!?\n]{0,30}\b(?:letters?|characters?|buchstab\w*|zeichen|lettres?|letras?|lettere|lettera)\b|\bletters? (?:\w+ ){0,2}?(?:separated|apart|spaced)\b|\bbuchstab\w*[^.!?\n]{0,20}leerzeichen|\blettres?\b[^.!?\n]{0,20}espaces?\b|\bletras?\b[^.!?\n]{0,20}espacios?\b|\bletter[ae]\b[^.!?\n]{0,20}spazi|\bspaced out\b|\bletter by letter\b|\bbuchstabe fur buchstabe\b|\blettre par lettre\b|\bletra por letra\b|\blettera per lettera\b/ },
] as const; // prettier-ignore
export type Writing = (typeof WRITINGS)[number]['how'];

/** Words that make an order of a writing's name; "is there a reverse charge" has none. */
const ORDERED =
  /\b(?:encod\w*|answer\w*|respond\w*|repl\w+|output|write|written|print|give|convert|translate|repeat|say|spell\w*|put|use|using|in|as|only|kodier\w*|codier\w*|verschlussel\w*|antwort\w*|schreib\w*|gib|nur|codific\w*|contesta\w*|responde\w*|escrib\w*|pon|solo|encode[rz]?|code[rz]?|repond\w*|ecri\w*|mets|codifica\w*|rispond\w*|scriv\w*|metti|escrev\w*|codifiqu\w*|schrijf|antwoord|codeer)\b/;

/** The writing that a text orders for the answer, if it does. A text that is only to be decoded orders none. */
export function encodingIn(plain: string): Order[] {
  const words = plain.replace(/https?:\/\/\S+/g, ' ');
  const writing = WRITINGS.find(({ named }) => named.test(words));
  if (!writing || !ORDERED.test(words)) return [];
  const isDecode = speaksOf(plain, 'decode') && !/\b(?:encode|codifica|encoder|kodiere|antworte|answer|reply)\b/.test(plain);
  return isDecode ? [] : [{ kind: 'encode', how: writing.how }];
} // prettier-ignore

const MORSE = '.- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..'.split(' '); // prettier-ignore

/** The text in the form that was ordered. */
export function encode(text: string, how: Writing): string {
  switch (how) {
    case 'base64':
      return Buffer.from(text, 'utf8').toString('base64');
    case 'hex':
      return Buffer.from(text, 'utf8').toString('hex');
    case 'rot13':
      return letters(text, (at, base) => String.fromCharCode(((at + 13) % 26) + base));
    case 'morse':
      return patternForm(text).replace(/[a-z]/g, (one) => `${MORSE[one.charCodeAt(0) - 97] ?? ''} `).replace(/ {2,}/g, ' / '); // prettier-ignore
    case 'binary':
      return [...Buffer.from(text, 'utf8')].map((one) => one.toString(2).padStart(8, '0')).join(' ');
    case 'percent':
      return [...Buffer.from(text, 'utf8')].map((one) => `%${one.toString(16).padStart(2, '0')}`).join('');
    case 'leet':
      return text.replace(/[aeiost]/gi, (one) => '431057'['aeiost'.indexOf(one.toLowerCase())] ?? one);
    case 'pig latin':
      return text.replace(/\b([b-df-hj-np-tv-z]*)([a-z]+)/gi, '$2$1ay');
    case 'hyphens':
      return [...text].join('-');
    case 'dots':
      return [...text].join('.');
    case 'separated':
      return [...text].join(' ');
    case 'reversed':
      return [...text].toReversed().join('');
  }
}

function letters(text: string, turn: (at: number, base: number) => string): string {
  return text.replace(/[a-z]/gi, (one) => {
    const base = one <= 'Z' ? 65 : 97;
    return turn(one.charCodeAt(0) - base, base);
  });
}
