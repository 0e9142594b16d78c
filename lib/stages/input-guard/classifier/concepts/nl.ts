import 'server-only';

/** What Dutch words mean to a guard. */
export const NL = `
IGNORE negeer, negeren, vergeet, vergeten, omzeil, sla over, overtreed, overschrijf, trek je niets aan, houd je niet aan, volg niet, laat los, passeer, laat buiten beschouwing, leg naast je, schuif aan de kant, veronachtzaam, schend, stop met het volgen, lap aan je laars
RULES instructie, regel, richtlijn, beleid, voorschrift, beperking, prompt, opdracht, bevel, restrictie, voorwaarde, aanwijzing, bepaling
PRIOR vorige, eerdere, voorgaande, bovenstaande, oorspronkelijk, hierboven, initiële, tot nu toe, daarvoor, aanvankelijk, eerder.
REVEAL toon, laat zien, geef mij, geef me, onthul, druk af, vertel me, vertel mij, noem, som op, lijst., openbaar, deel., exporteer, verklap, lek., verschaf, haal op, geef ons, overhandig, lees voor, laat me, spuug
REPEAT herhaal, herhalen, woord voor woord, letterlijk, kopieer, vertaal, vat samen, samenvat, citeer, spel., schrijf over, vul aan, overschrijven, reproduceer
SECRET geheim, verborgen, vertrouwelijk, intern, heimelijk
KEY wachtwoord, toegangscode, sleutel, token, inloggegevens, pincode, api sleutel
SYSTEM systeem, configuratie, instellingen, ontwikkelaarsbericht, broncode, context
BOT ai., assistent, taalmodel, model., chatbot, robot, kunstmatige intelligentie, machine
ROLE doe alsof, speel, gedraag je, je bent nu, je bent vanaf nu, jij bent nu, stel je voor dat je, stel je voor, rol., personage, simuleer, handel als, kruip in, treed op, wees een, word een, neem de rol
STORY verhaal, gedicht, roman, scène, toneelstuk, scenario, hypothetisch, fictie, fictief, sprookje, oma, grootmoeder, liedje, raadsel, film, stel dat, spelletje, droom
FREE zonder beperking, zonder regels, zonder filter, onbeperkt, ongefilterd, ongecensureerd, kwaadaardig, geen regels, geen beperking, bevrijd, geen grenzen, zonder grenzen
MODE modus, activeer, schakel in, ontwikkelaarsmodus, onderhoud, ontgrendel, debug, zet aan
OFF schakel uit, zet uit, uitschakel, deactiveer, hef op, opgeheven, opschort, gelden niet, geldt niet, niet langer, buiten werking, schort op
FILTER filter, veiligheid, beveiliging, bescherming, moderatie, ethiek, ethisch, moreel, censuur, waarschuwing, controle, toets
BOSS beheerder, ontwikkelaar, directeur, baas, auditor, accountant, leidinggevende, manager, eigenaar, hoofd, team, medewerker, financiële afdeling, boekhouding, financien, bestuurder, supervisor, ceo, maker, technicus, teamleider
IAM ik ben de, ik ben je, ik ben van, ik ben jouw, dit is de, dit is je, hier spreekt, namens, als beheerder, als hoofd, als directeur, uit naam van, wij zijn van, in opdracht, ik werk, ik vertegenwoordig, in mijn functie, met de
ALLOWED bevoegd, toestemming, gemachtigd, geautoriseerd, toegang, mag je, je mag, toegestaan, geverifieerd, rechten, vrijstelling, vrijgesteld
NOWON vanaf nu, voortaan, in plaats daarvan, in plaats van, nieuwe taak, nieuwe opdracht, nieuwe instructie, nieuwe regel, vanaf dit moment, je echte, begin opnieuw, jouw nieuwe, je nieuwe
MUST je moet, moet., moeten, gehoorza, ik beveel, ik eis, weiger, verplicht, dien je, ongeacht, hoe dan ook, zorg ervoor, zorg dat, dwing, sta erop, wat er ook
EVER altijd, nooit, voor altijd, permanent, telkens, elke keer, levenslang, eeuwig
WITHOUT zonder, niet nodig, geen noodzaak, hoeft niet, onnodig, vermijd, laat achterwege, sla over
APPROVE goedkeur, goedgekeur, keur goed, keur, akkoord, bevestig, handteken, onderteken, tweede persoon, vier ogen, toestemm, verifi, te vragen, te checken, fiatteer, tekenen, aftekenen, accept, controleren
SELF zelf., automatisch, direct, meteen, onmiddellijk, namens mij, in mijn naam, eigenhandig, gewoon., nu meteen, forceer, voor mij, terstond, gelijk.
SILENT stiekem, in stilte, stilletjes, in het geheim, ongemerkt, zonder iemand, zeg niets, vertel niemand, zeg het niet, vermeld niet, discreet, zonder bericht, zonder het te, onder ons, niemand hoeft, niemand merkt, niet melden, zonder melding, vraag niet, zonder dat, achter de rug
OTHERS andere klant, andere bedrijven, ander bedrijf, andere gebruiker, andere account, ander account, iemand anders, concurrent, buren, buurman, derden, alle klanten, andermans, huurder, alle gebruikers, elke klant, een andere, iedereen, andere organisatie, van anderen
ALL alle., alles, elke, elk., ieder, hele, gehele, volledig, compleet, exact, totale, heel
CUSTOMER klant, gebruiker, rekening, account, bedrijf, bedrijven, abonnee, lid., leden, persoon, personen, collega
DATA gegevens, mail, adres, kaartnummer, telefoon, database, informatie, persoonsgegevens, bankgegevens, namen, contact, gesprek, bericht
BILL factuur, facturen, betaling, abonnement, kosten, bon., bedrag, saldo, afschrijving, incasso, openstaand, vervallen, schuld, prijs, btw, tarief, plaatsen, vervaldatum, contract, bestelling
REFUND terugbetal, betaal terug, terugbetaal, restitutie, krediet, tegoed, korting, coupon, kortingscode, vergoed, gratis, kwijtscheld, scheld kwijt, cadeau, bonus, creditnota, crediteer, compens, uitbetal, betaal uit, stort, waardebon
ZERO nul., niets betalen, honderd procent, maximaal, maximum, dubbel, één cent, zoveel mogelijk, miljoen, negatief
PAID betaald, voldaan, vereffend, markeer, boek., alsof, status, afgehandeld, ontvangen, afgeboekt, gesloten, registreer
CHANGE wijzig, verander, vervang, zet., zetten, werk bij, bijwerk, pas aan, aanpas, stel in, verhoog, verlaag, omleid, verplaats, bewerk, verleng, ruil
TARGET bankrekening, iban, factuurcontact, facturatieadres, factuuradres, begunstigde, ontvanger, rekeninghouder, privérekening, mijn eigen rekening, paypal, bitcoin, contactpersoon
SEND stuur, verstuur, verzend, zend, doorstuur, stuur door, mail naar, upload, plaats op, overdraag, publiceer
LINK link., hyperlink, afbeelding, plaatje, server, website, pagina, bijlage
ENCODE codeer, versleutel, achterstevoren, base64, omgekeerd, ontcijfer, letter voor letter, eerste letter, achteruit
TOOL hulpmiddel, functie, zoekopdracht, voer uit, uitvoer, roep aan, aanroep, script, opdrachtregel, parameter, code., tool
END einde van, begin van, nieuwe sessie, nieuw gesprek, notitie, bericht van, resultaat, let op, belangrijk, opmerking, systeembericht
LOOP oneindig, duizend keer, eindeloos, zonder te stoppen, lus, honderd keer, steeds opnieuw
LIMIT limiet, grens, drempel, plafond, onder de, splits, verdeel, meerdere delen, kleine bedragen, in stukken
LOG logboek, audit, melding, spoor, sporen, geschiedenis, bewijs, notificatie, logs
ALREADY al., heeft al, is al, akkoord gegeven, goedgekeurd door, afgesproken, beloofd, beschouw, telt als, geldt als, ga ervan uit, zoals besproken, neem aan, toegezegd, reeds
ASK hoe., waarom, wanneer, wat., welke, welk, waar., wie., hoeveel, kan ik, kunnen we, is er, zijn er, moet ik, moeten we, mag ik, mogen we, is het, is de, heb ik, hebben we, zijn wij, is mijn, is onze
MINE mijn, onze, ons., ik., wij., we., mij., me.
YOU je., jij, jouw, jullie, u., uw.
NOT niet, geen, niks, niets
POLITE alstublieft, alsjeblieft, graag, bedankt, dank, kunt u, kun je, zou u, zou je, hallo, goedemorgen, goedendag, sorry, ik wil graag, groet, help
DELETE verwijder, wis., wissen, vernietig, verberg, haal weg, schrap, annuleer, opzeggen, zeg op
THREAT dringend, spoed, ontslagen, ontslag, sterft, dood, rechtszaak, advocaat, anders., beloning, fooi, haast, gevaar, noodgeval, dreig, pers.
TEST test, oefening, onderzoek, simulatie, proef, experiment, studie, training
SAY zeg., antwoord, schrijf, spreek, genereer, maak., beschrijf, leg uit, vertel een, reageer, formuleer
PERSON geboortedatum, salaris, woont, huisadres, telefoonnummer van, meneer, mevrouw, zijn., haar, hun
HARM hack, steel, stelen, malware, bom., wapen, drugs, fraude, illegaal, virus, beledig, aanval, vervals, oplicht, gif., phishing
IF als je, zodra, telkens als, wanneer je, voordat je, nadat je, wanneer ik, als ik
WHEN maand, vandaag, morgen, gisteren, week, dag., dagen, jaar, januari, februari, maart, april, juni, juli, augustus, september, oktober, november, december, maandag, dinsdag, vrijdag, kwartaal, datum
WRONG probleem, fout, verkeerd, werkt niet, kapot, dubbel afge, tweemaal, geweigerd, verlopen, ontbreekt, hoger, verschil, klopt niet
`;
