import 'server-only';
import type { Vocabulary } from './vocabulary.ts';

const CODE = '(?:starter|team|business)\\w*';
const SEAT =
  '(?:platze?n?|sitzplatz\\w*|sitze?|nutzer\\w*|benutzer\\w*|lizenz\\w*|arbeitsplatz\\w*|mitarbeiter\\w*|kolleg\\w*|mitglied\\w*|zugang|zugange|user|seats?|schreibtisch\\w*|teammitglied\\w*|leute|personen)';
/** A place to work at; people may also be those who answer. */
const PLACE =
  '(?:platze?n?|sitzplatz\\w*|sitze?|nutzer\\w*|benutzer\\w*|lizenz\\w*|arbeitsplatz\\w*|zugang|zugange|user|seats?|schreibtisch\\w*)';
const OUR = '(?:mein\\w*|unser\\w*|das|den|die|der|dieses?|ganze[ns]?)';
const PLAN =
  '(?:abo\\w*|abonnement\\w*|vertrag\\w*|tarif\\w*|konto|account|mitgliedschaft|plan|dienst|alles|paket)';

/** German puts the verb where it likes: what asks may stand anywhere in the thought. */
export const DE_CHANGES: Vocabulary = {
  lead: `(?:bitte|hallo|hi|hey|guten|tag|morgen|also|dann|und|so|jetzt|nun|ja|nein|ok|okay|gut|einfach|sofort|mal|aber|liebes|team|na|doch|sehr|geehrte|damen|herren)`,
  asks: `bitte|(?:konnten|konnen|kannst|konntest|konnt|wurden|wurdest|wurdet) (?:sie|du|ihr)|(?:ich|wir)(?: \\w+){0,2} (?:mochten?|will|wollen|brauchen?|benotigen?|verlangen?|fordern?|hatten? gern\\w*|wunschen?|erwarten?|beantragen?|wurden? (?:\\w+ ){0,4}gern\\w*(?! (?:wissen|erfahren|verstehen|fragen|horen|sprechen|reden)\\b))|(?:mochten?|will|wollen|brauchen?|benotigen?|verlangen?|fordern?|hatten?|beantragen?|wurden?) (?:ich|wir)|(?:mochten?|will|wollen|brauchen|verlange|fordere|beantrage|benotige\\w*|brauche) |hiermit|sie (?:mussen|sollen|sollten)|(?:mein|unser)\\w* \\w+ (?:soll|sollen|muss|mussen)\\b(?=.*\\bwerden\\b)(?!.*\\b(?:laut|angeblich|automatisch|schon|bereits|am \\d+)\\b)|(?:ich|wir) (?:bitten?|ersuchen?|beauftragen?)|sei(?:en sie|d)? so (?:nett|lieb|gut|freundlich)|hatten? lieber`,
  questions: `(?:(?:ab|bis|von|zu) wann|(?:zu|mit|auf|ab) welche\\w*|was|warum|wieso|weshalb|wann|wo|wer|wie|welche\\w*|wofur|woher|ob|wessen|wem)\\b|(?:(?:kann|konnte|konnen|konnten)(?!.*\\bbitte\\b)(?! sie| ihr)|darf|durfen|muss|mussen|soll|sollen|sollte|sollten|bekomme|bekommen|kriege|kriegen|erhalte|erhalten|wird|werden|wurden?(?! sie)|ist|sind|war|waren|gibt|geht|hat|haben|habe|hatten|kostet|lohnt) (?:ich|wir|man|es|das|die|der|er|sie|mir|uns|mein\\w*|unser\\w*|ein\\w*|sich|da)`,
  unreal: `(?:wenn|falls|ob|wann|wie|warum|wieso|weil|bevor|nachdem|als|sobald|seit|wurden?(?! (?:sie|ihr|du))(?! (?:\\w+ ){0,4}(?:gern\\w*|lieber)\\b)|wer|was|sollte ich|sollten wir|angenommen)`,
  negations: `(?:nicht|nie|niemals|kein\\w*|ohne|statt)`,
  pointing: `(?:korrigier\\w*|behebe\\w*|beheben|ander\\w*|regel\\w*|klar\\w*|erledig\\w*|mach\\w*|bring\\w*|richtig ?stell\\w*|bereinig\\w*) (?:sie )?(?:das|es|dies\\w*|den fehler|die sache)|(?:das|es|dies|den fehler)\\b.*\\b(?:korrigieren|beheben|andern|regeln|klaren|erledigen|bereinigen|in ordnung)`,
  prices: `(?:kostet|kosten|kostete|preis|teuer|teurer|billiger|gunstiger|spar\\w*|wie viel|wieviel|passiert|bedeutet|bedeuten|heisst|was ware|andert|verlier\\w*|unterschied|folgen|ab wann|bis wann|wann (?:wurde|wird|endet|gilt|ware))`,
  seat: SEAT,
  more: '(?:weitere\\w*|mehr|zusatzlich\\w*|noch ein\\w*)',
  fewer: '(?:weniger)',
  namings: [
    { tool: 'change_billing_contact', itself: true, say: '(?:rechnungsadresse|rechnungsemail|rechnungsmail|adresse|mailadresse|emailadresse|email|mail)(?: \\w+){0,5} zqmail', with: 'rechnung\\w*' },
    { tool: 'change_billing_contact', say: '(?:send\\w*|schick\\w*|stell\\w*|ander\\w*|nutz\\w*|verwend\\w*|richt\\w*|adressier\\w*|gehen|sollen|zustell\\w*|leit\\w*|mail\\w*|trag\\w*|eintrag\\w*|hinterleg\\w*|speicher\\w*|notier\\w*|registrier\\w*|an|rechnung\\w*|auf)\\b.*zqmail', with: '(?:rechnungen|rechnungsadresse|rechnungsemail|rechnungsmail|rechnungskontakt|kunftig|ab sofort|ab jetzt|zukunftig|in zukunft|rechnungs\\w*|belege|stattdessen|nur noch)' },
    { tool: 'change_billing_contact', say: '(?:rechnungsemail|rechnungs email|email\\w*|mailadresse|emailadresse)(?: \\w+){0,5} (?:andern|wechseln|aktualisieren|ersetzen)|(?:ander\\w*|aktualisier\\w*|ersetz\\w*)(?: \\w+){0,4} (?:email\\w*|mailadresse|rechnungskontakt)' },
    { tool: 'retry_payment', say: '(?:versuch\\w*|abbuch\\w*|buch\\w*|belast\\w*|zieh\\w*|einzieh\\w*|wiederhol\\w*|probier\\w*|starte\\w*|fuhr\\w*)(?: \\w+){0,8} (?:noch ?einmal|noch ?mal|nochmals?|erneut|wieder|ein zweites mal)', with: '(?:zahlung\\w*|karte|abbuch\\w*|belast\\w*|betrag|lastschrift|geld|einzug|kreditkarte|es|sie)' },
    { tool: 'retry_payment', say: '(?:noch ?einmal|noch ?mal|nochmals?|erneut|neu)(?: \\w+){0,3} (?:versuchen|abbuchen|belasten|einziehen|buchen|probieren|anstossen|starten|versucht|abgebucht|belastet|eingezogen|gebucht|probiert|angestossen|gestartet)' },
    { tool: 'retry_payment', say: 'wiederhol\\w*(?: \\w+){0,4} (?:zahlung|abbuchung|lastschrift)|(?:zahlung|abbuchung|lastschrift)(?: \\w+){0,3} wiederholen' },
    { tool: 'resume_plan', say: '(?:kundigung|pause|pausierung|storno)(?: \\w+){0,5} (?:zuruck\\w*|ruckgangig|aufheb\\w*|aufgehoben|stornier\\w*|widerruf\\w*|beende\\w*|vergess\\w*)|(?:zuruckzieh\\w*|zurucknehm\\w*|widerruf\\w*|nehm\\w*|zieh\\w*|beende\\w*|vergess\\w*|heb\\w*|stornier\\w*)(?: \\w+){0,4} (?:kundigung|pausierung|pause)|mach\\w*(?: \\w+){0,4} kundigung' },
    { tool: 'resume_plan', say: `fortsetz\\w*|fortfuhr\\w*|weiterfuhr\\w*|weiter ?lauf\\w*|reaktivier\\w*|wieder ?(?:aktivier\\w*|aufnehm\\w*|aufleb\\w*)|(?:setz\\w*|fuhr\\w*)(?: \\w+){0,5} fort|(?:nehm\\w*|aktivier\\w*|start\\w*|schalt\\w*)(?: \\w+){0,5} wieder` },
    { tool: 'resume_plan', say: '(?:doch nicht|nicht mehr|nun doch nicht|nicht)(?: \\w+){0,2} (?:kundigen|pausieren)(?= doch|$)', with: '(?:doch|mehr|uberlegt|bleiben)' },
    { tool: 'refund', say: 'erstatt(?:en?|et|e)\\b|zuruckgezahlt|zuruckgebucht|zuruckuberwiesen|gutgeschrieben|zuruckerstatt\\w*|ruckerstatt(?:en?|et)|zuruck ?zahl\\w*|zuruck ?buch\\w*|zuruck ?uberweis\\w*|zuruck ?geb\\w*|zuruck ?hab\\w*|zuruck ?(?:bekomm|krieg|erhalt)\\w*|gutschreib\\w*|(?:zahl\\w*|geb\\w*|gib\\w*|uberweis\\w*|schick\\w*|buch\\w*|geld|will|mochte\\w*|hatten?|brauche\\w*|fordere|verlange)(?: [\\w]+){0,9} zuruck(?! (?:auf|zu|in))|(?:streich\\w*|nehm\\w*|nimm|zieh\\w*|losch\\w*|entfern\\w*)(?: \\w+){0,8} (?:von|aus) (?:der|meiner|unserer|dieser) (?:letzten |aktuellen )?\\w*rechnung' },
    { tool: 'refund', say: '(?:eine|meine|die|volle|sofortige)? ?(?:ruck)?erstattung(?: (?:der|des|von|fur|in|uber) |$)|mein geld zuruck|unser geld zuruck|(?:ruck)?erstattung (?:beantragen|verlangen|haben)' },
    { tool: 'refund', say: '(?:stornier\\w*|korrigier\\w*|streich\\w*|losch\\w*|entfern\\w*)(?: \\w+){0,4} (?:doppelt\\w*|zweite\\w*|uberzahlig\\w*)(?: \\w+){0,2} (?:posten|platz|zeile|position|berechnung|abbuchung|buchung|betrag)' },
    { tool: 'change_seats', change: 'remove', say: `(?:entfern\\w*|losch\\w*|stornier\\w*|streich\\w*|reduzier\\w*|verringer\\w*|kundig\\w*|abbestell\\w*|nehm\\w*|nimm|brauchen|wegnehm\\w*|abzieh\\w*|abmeld\\w*|meld\\w*|weniger|zieh\\w*)(?: \\w+){0,5}? ${SEAT}`, with: '(?:entfern\\w*|losch\\w*|stornier\\w*|streich\\w*|reduzier\\w*|verringer\\w*|kundig\\w*|abbestell\\w*|weg|raus|heraus|wegnehm\\w*|abzieh\\w*|abmeld\\w*|ab|weniger|nicht mehr)' },
    { tool: 'change_seats', change: 'remove', say: `${SEAT}(?: \\w+){0,4} (?:entfernt|geloscht|storniert|gestrichen|gekundigt|abgemeldet|entfernen|loschen|stornieren|streichen|reduzieren|kundigen|abbestellen|wegnehmen|abziehen|weniger|abmelden|herausnehmen|rausnehmen)` },
    { tool: 'change_seats', change: 'add', say: `(?:hinzufug\\w*|fug\\w*|buch\\w*|hinzubuch\\w*|dazubuch\\w*|bestell\\w*|erganz\\w*|leg\\w*|kauf\\w*|richt\\w*|lad\\w*|erhoh\\w*)(?: \\w+){0,5}? ${SEAT}` },
    { tool: 'change_seats', change: 'add', say: `(?:brauch\\w*|benotig\\w*|gib|geb\\w*|mocht\\w*|will|wollen|hatten?)(?: \\w+){0,5}? (?:${PLACE}|(?:weitere\\w*|zusatzliche\\w*|neue\\w*|[2-9]|\\d\\d) (?:\\w+ )?${SEAT})` },
    { tool: 'change_seats', change: 'add', say: `(?:\\d+|einen?|eine|noch|weitere\\w*|zusatzliche\\w*)(?: \\w+){0,3} ${SEAT}(?: \\w+){0,3} (?:hinzugefugt|gebucht|angelegt|eingerichtet|hinzufugen|hinzubuchen|dazubuchen|bestellen|buchen|anlegen|kaufen|erganzen|mehr|dazu|einrichten|zubuchen|haben)` },
    { tool: 'change_seats', change: 'add', itself: true, say: `^(?:bitte )?(?:noch )?(?:\\d+|ein\\w*) (?:weitere\\w*|zusatzliche\\w*|neue\\w*|mehr)? ?${SEAT}(?: (?:mehr|dazu|bitte))*$` },
    { tool: 'pause_plan', say: 'pausier\\w*|(?:eine |auf )?pause(?: (?:machen|einlegen|nehmen|setzen|stellen))?|aussetzen|setz\\w*(?: \\w+){0,8} aus|auf eis|stilllegen|stillegen|unterbrech\\w*|einfrier\\w*|frier\\w*' },
    { tool: 'change_plan', say: `(?:wechs\\w*|umsteig\\w*|steig\\w*|umstell\\w*|stell\\w*|stuf\\w*|\\w+stuf\\w*|buch\\w*|upgrad\\w*|downgrad\\w*|geh\\w*|setz\\w*|nehm\\w*|brauch\\w*|mocht\\w*|wollen|will|heb\\w*|ander\\w*|hatten|switch\\w*|zieh\\w*)(?!(?: \\w+){0,4} (?:wissen|erfahren|verstehen|fragen)\\b)(?: \\w+){0,7}? ${CODE}` },
    { tool: 'change_plan', say: `${CODE}(?: \\w+){0,4} (?:wechseln|umsteigen|umstellen|upgraden|downgraden|buchen|nehmen|gehen|haben|hochstufen|herunterstufen|herabstufen)` },
    { tool: 'change_plan', itself: true, say: '(?:starter|business)\\w*(?: \\w+){0,3} bitte$' },
    { tool: 'change_plan', itself: true, say: `(?:soll\\w*|muss\\w*)(?: \\w+){0,6}? ${CODE}(?: \\w+){0,3} (?:geandert|gewechselt|umgestellt|gestuft|\\w+gestuft|gesetzt|angehoben|gebracht)(?: werden)` },
    { tool: 'change_plan', towards: 'up', say: '(?:upgrade\\w*|hochstuf\\w*|stuf\\w*(?: \\w+){0,3} hoch|(?:grosser|hoher|nachstgrosser|nachsthoher|besser)e\\w* (?:tarif|paket|abo|plan))' },
    { tool: 'change_plan', towards: 'down', say: '(?:downgrade\\w*|herabstuf\\w*|herunterstuf\\w*|runterstuf\\w*|stuf\\w*(?: \\w+){0,3} (?:herab|herunter|runter)|(?:kleiner|gunstiger|billiger|nachstkleiner|niedriger)e\\w* (?:tarif|paket|abo|plan))' },
    { tool: 'change_plan', say: '(?:tarif|abo|paket|plan) (?:wechseln|andern|umstellen)|(?:wechseln|andern) (?:\\w+ )?(?:tarif|abo|paket|plan)' },
    { tool: 'cancel_plan', itself: true, say: '(?:ich|wir|hiermit) kundigen?(?! (?:konnen|kann|muss))|kundigen wir(?! (?:nicht|aber))|kundige (?:ich|mein\\w*|unser\\w*)' },
    { tool: 'cancel_plan', say: `kundig(?:en?|t|e|en sie)|gekundigt(?= werden)|(?:beend\\w*|stornier\\w*|abbestell\\w*|schliess\\w*|losch\\w*|stopp\\w*|aufloes\\w*) (?:sie )?(?:${OUR} )*${PLAN}|${PLAN} (?:bitte )?(?:beenden|kundigen|schliessen|loschen|abbestellen|stornieren|stoppen)|(?:beenden|abbestellen|aussteigen|kundigung)$` },
  ],
  told: [
    { tool: 'refund', say: '(?:doppelt|zweimal|zwei mal|2 mal|2x|zweifach)' },
    { tool: 'refund', say: '(?:ruck)?erstattung|geld zuruck' },
    { tool: 'change_seats', change: 'remove', say: `(?:verlassen|gegangen|gekundigt|ausgeschieden|weg)`, with: `(?:${SEAT}|platz)` },
    { tool: 'retry_payment', say: '(?:abgelehnt|fehlgeschlagen|geplatzt)', with: '(?:zahlung|karte|abbuchung)' },
  ],
}; // prettier-ignore
