import 'server-only';
import type { Words } from './ideas.ts';

export const DE: Words = {
  show: 'zeig~ gib gebe ausgib ausgeben nenn~ wiederhol~ druck~ schreib~ verrat~ liste auflist~ sag sage kopier~ zitier~ uebersetz~ übersetz~ schick~ sende~ exportier~ brauche will füge lies vorlesen antworte antworten beschreib~ offenbar~ fass',
  ask: 'was wie welche welcher welches wer',
  rules:
    'anweisung~ instruktion~ regel regeln vorgabe~ richtlinie~ prompt systemprompt system-prompt systemanweisung~ systemnachricht konfiguration auftrag befehle',
  hidden:
    'system systemprompt system-prompt systemanweisung~ systemnachricht geheim~ intern~ verborgen~ versteckt~ ursprünglich~ anfänglich~',
  yours: 'dein deine deinen deinem deiner deines du dir dich ihre ihren ihrem eure euren',
  given:
    'dir_gesagt ihnen_gesagt du_bekommen du_erhalten dir_gegeben wurde_dir hat_man_dir man_dir am_anfang ganz_oben zu_beginn vor_diesem kontext bekommen_hast erhalten_hast entwicklern entwickler hast_du bekommen erhalten folgen_musst befolgst',
  verbatim: 'wort_für_wort wörtlich~ wortlaut unverändert vollständig~ komplett~ exakt genau_so ganz~ alle',
  above: 'oben darüber vor_dieser vorangehend~ davor_steht obige~',
  lines: 'alles text worte wörter zeile zeilen nachricht was',
  everyone:
    'alle aller allen andere anderen anderer anderem jeder jedes jeden sämtliche~ übrigen fremde~ sonst',
  people:
    'kunde kunden kundin~ mandant~ nutzer~ benutzer~ firma firmen unternehmen anwender~ leute kundenadressen kundenliste',
  address:
    'e-mail e-mails email emails mail mails mailadress~ e-mail-adress~ emailadress~ adresse adressen kontakt kontakte kontaktdaten kundenadressen verteiler anschrift~',
  database: 'datenbank~ kundendatenbank tabelle',
  head: 'inhaber~ chef chefin geschäftsführer~ leiter besitzer~',
  refund:
    'erstatt~ zurückerstatt~ rückerstatt~ zurückzahl~ zurückgezahlt überweis~ zurücküberweis~ gutschreib~ gutschrift zurück',
  money: 'geld rechnung rechnungen zahlung betrag euro dollar alles',
  pressed:
    'sofort jetzt unverzüglich umgehend gleich ohne_rückfrage ohne_bestätigung ohne_freigabe freigabe genehmigt bewilligt bestätigt neue_regel voll vollständig~ ganzes dringend heute alles muss musst',
  change:
    'änder~ setz~ stell~ ersetz~ aktualisier~ trag eintrag~ schick~ sende~ gehen ab_sofort ab_jetzt neue neuer neues übernimm übernehmen umstell~ leite',
  invoices: 'rechnung~ rechnungskontakt rechnungsadresse rechnungsempfänger buchhaltung',
  contact:
    'kontakt adresse e-mail email mail empfänger ansprechpartner rechnungskontakt rechnungsadresse anschrift',
  open: 'öffne~ rufe ruf besuch~ lade klick~ geh folge aufruf~ abruf~',
  picture: 'bild bilder foto logo grafik pixel',
  link: 'link links verweis knopf schaltfläche',
  endless:
    'immer endlos~ unendlich~ ewig ohne_ende ohne_pause hör_nicht_auf nie_auf unaufhörlich~ pausenlos nicht_auf hör_nie',
  repeat: 'wiederhol~ sag sage schreib~ zähl~ sprich druck~ gib',
  bill: 'rechnung~ zahlung~ bezahl~ erstattung~ steuer~ betrag summe tarif kündig~ fällig~ mahn~ lastschrift~',
  ours: 'mein meine meinen meiner meinem unser unsere unseren unserer unserem',
  decode: 'dekodier~ entschlüssel~ entschlüssle decodier~ entziffer~',
};
