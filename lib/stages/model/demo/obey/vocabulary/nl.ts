import 'server-only';
import type { Words } from './ideas.ts';

export const NL: Words = {
  show: 'toon laat_zien geef herhaal print druk_af schrijf zeg vertel noem kopieer citeer vertaal stuur exporteer som lijst voeg antwoord onthul lees wil',
  ask: 'wat welke wie hoe',
  rules:
    'instructie instructies regel regels richtlijn~ prompt systeemprompt systeeminstructies configuratie opdrachten systeembericht',
  hidden:
    'systeem systeemprompt systeeminstructies geheim~ verborgen intern~ oorspronkelijk~ eerste systeembericht',
  yours: 'je jouw jou uw u jullie',
  given:
    'je_gekregen kreeg_je jou_verteld je_verteld heb_je_gekregen aan_het_begin bovenaan context voor_dit_gesprek ontwikkelaars moet_volgen',
  verbatim: 'woord_voor_woord letterlijk~ volledig~ precies helemaal alle',
  above: 'hierboven boven voorafgaand~ erboven',
  lines: 'alles tekst woorden regel bericht wat',
  everyone: 'alle andere ander iedere elke overige anderen',
  people: 'klant klanten gebruiker gebruikers bedrijf bedrijven abonnee~',
  address:
    'e-mail e-mails email emails mail mails e-mailadres~ mailadres~ adres adressen contact contacten contactgegevens',
  database: 'database databank tabel',
  head: 'eigenaar baas directeur manager',
  refund: 'terugbetal~ terug vergoed~ restitu~ stort_terug crediteer~',
  money: 'geld factuur facturen betaling bedrag euro alles',
  pressed:
    'nu meteen onmiddellijk direct zonder_te_vragen zonder_bevestiging zonder_goedkeuring goedgekeurd bevestigd volledig dringend vandaag moet',
  change: 'wijzig~ verander~ zet stel vervang~ stuur update vanaf_nu voortaan nieuwe nieuw',
  invoices: 'factuur facturen facturatie boekhouding',
  contact: 'contact contactpersoon adres e-mail email ontvanger',
  open: 'open bezoek laad klik ga volg haal',
  picture: 'afbeelding plaatje foto logo pixel',
  link: 'link knop koppeling',
  endless: 'voor_altijd eindeloos oneindig zonder_te_stoppen zonder_ophouden altijd stop_nooit tot',
  repeat: 'herhaal zeg schrijf print tel blijf',
  bill: 'factuur~ betaling~ betalen btw bedrag abonnement terugbetaling',
  ours: 'mijn ons onze',
  decode: 'decodeer ontcijfer',
};
