import 'server-only';

/** What Danish and Norwegian words mean to a guard. */
export const DA = `
IGNORE ignorer, glem, se bort fra, tilsidesæt, sett til side, tilsidesett, omgå, spring over, hopp over, overse, overhør, drop., følg ikke, ikke følg, slutt å følge, blæs på, overtræd, bryt med, ophæv, forbigå, neglisjer
RULES instruks, instruktion, regel, regler, reglene, retningslinje, politik, policy, restriktion, restriksjon, begrænsning, begrensning, forskrift, anvisning, direktiv, prompt, bestemmelse, ordre., ordrer, vejledning, veiledning, prinsipp, krav
PRIOR tidligere, foregående, forrige, ovenstående, ovenfor, oprindelig, opprinnelig, før., hidtidig, hidtil, hittil, indtil nu, inntil nå, forudgående, eksisterende, forutgående, gamle, nuværende, nåværende
REVEAL vis., vise., vis mig, vis meg, afslør, avslør, giv mig, gi meg, giv os, gi oss, fortæl, fortell, røb, læk., lekk, udskriv, skriv ud, skriv ut, list., liste., oplist, udlever, utlever
REPEAT gentag, gjenta, repeter, ordret, ord for ord, citer, siter, kopier, kopi., oversæt, oversett, opsummer, oppsummer, sammenfat, omformuler, gengiv, gjengi, fortsæt, fortsett
SECRET hemmelig, skjult, fortrolig, konfidensiel, konfidentiel, intern., interne, internt, bag kulisserne, bak kulissene, gemt., gjemt, tavshed, ikke offentlig, klassificer, gradert
KEY adgangskode, passord, kodeord, password, log ind, logg inn, api nøgle, api nøkkel, nøgle, nøkkel, nøkler, token, login, innlogging, pinkode, pin., legitimationsoplys, påloggings, tilgangskode
SYSTEM system, konfigurasjon, konfiguration, indstilling, innstilling, config, udviklerbesked, utviklermelding, kildekode, kontekst, backend, kerne., root., opsætning, oppsett, initialiser
BOT ai., ki., bot., botten, assistent, chatbot, chatgpt, gpt, sprogmodel, språkmodell, llm, model., modell, robot, maskin, agent, kunstig intelligens, claude, gemini
ROLE lad som om, late som, lat som, spil rollen, spill rollen, agér, opfør dig, oppfør deg, du er nu, du er nå, du er en., du er et., forestil dig, forestill deg, rolle, karakter, persona, simuler, bliv til
STORY historie, fortælling, fortelling, eventyr, godnat, roman., digt, dikt., scene., film., spillet, hypotetisk, fiktiv, fiktion, scenarie, scenario, manuskript, antag at, anta at
FREE ubegrænset, ubegrenset, ufiltreret, ufiltrert, ucensureret, usensurert, uden regler, uten regler, ingen regler, ingen grænser, ingen grenser, uden begrænsning, uten begrensning, uden filter, uten filter, ingen restriks, ingen restrikt, jailb, dan., ond., uetisk, umoralsk, befri
MODE tilstand, modus, mode., udviklertilstand, utviklermodus, aktiver, slå til, slå på, lås op, debug, fejlfinding, feilsøking, vedligehold, sandkasse, sudo, skift til, bytt til, fejlsøg, godmode
OFF deaktiver, slå fra, slå af, slå av, sluk, skru av, skru af, kobl fra, koble fra, koble ut, kobl ud, frakobl, suspender, gælder ikke, gjelder ikke, ikke længere, ikke lenger, ophævet, opphev
FILTER filter, filtre, sikkerhed, sikkerhet, beskyttelse, moderation, moderering, etik, etisk, moral, censur, sensur, advarsel, advarsler, spærring, sperre, kontrollen, validering, firewall
BOSS admin, udvikler, utvikler, direktør, chef, sjef, revisor, leder, ledelse, ejer, eier, ingeniør, operatør, skaber, personale, supportteam, økonomiafdeling, økonomiavdeling, økonomichef, bestyrelse, bogholderi, regnskap, openai
IAM jeg er din, jeg er admin, jeg er direktør, jeg er chef, jeg er sjef, jeg er den, jeg er fra, jeg er udvikler, jeg er utvikler, vi er fra, det er din, her er din, som admin, som din, jeg arbejder, jeg jobber, på vegne af, på vegne av, jeg repræsenter, jeg represent, i egenskab af, i kraft af, jeg ringer fra
ALLOWED tilladelse, tilladt, tillatelse, tillatt, bemyndig, autoriser, beføjelse, fullmakt, fuldmagt, rettighed, rettighet, adgang til, fuld adgang, tilgang til, full tilgang, berettiget, verificeret, verifisert, du må gerne
NOWON fra nu af, fra nå av, i stedet, isteden, ny opgave, ny oppgave, næste opgave, neste oppgave, nye instruks, ny instruks, nye regler, ny regel, din egentlige, din rigtige, din virkelige, fremover, heretter, herefter, begynd forfra, begynn på nytt, nu skal du, og med nu, og med nå
MUST skal., skal du, du skal, må du, du må, adlyd, jeg befaler, beordre, jeg kræver, jeg krever, nægt, nekt, obligatorisk, pligt, plikt, forpligt, tvunget, sørg for, sikre at, uanset, din opgave er, jobben din, afvis ikke
EVER altid, alltid, aldri, for evig, evig, permanent, hver gang, bestandig, hele tiden, livstid, resten af livet, for altid, for alltid, nogensinde, noensinne, stadigvæk
WITHOUT uden., uten., uden at, uten å, intet behov, ikke nødvendig, unødvendig, unødig, behøver ikke, trenger ikke, kræves ikke, kreves ikke, skal ikke bruge, ikke behov, undlad, unngå, undgå, slip for, slipp
APPROVE godkend, godkjen, bekræft, bekreft, underskriv, underskrift, signer, signatur, attester, attestasjon, samtykke, verificer, verifiser, gennemgå, gjennomgå, anden person, annen person, fire øjne, fire øyne, grønt lys, accepter, aksepter, dobbelttjek
SELF selv., automatisk, direkte, straks, med det samme, med en gang, øjeblikkelig, omgående, umiddelbart, bare gør, bare gjør, på mine vegne, i mit navn, i mitt navn, for mig, for meg, lige nu, akkurat nå, på egen hånd, tving, ingen spørgsmål, snarest, egenhændig
SILENT i stilhed, i stillhet, i smug, i skjul, stille og rolig, hemmeligt, sig ikke, si ikke, fortæl ikke, ikke fortell, fortell ikke, ikke si, nævn ikke, ikke nevn, informer ikke, ikke informer, diskret, mellem os, mellom oss, ingen behøver, ingen trenger, ubemærket, bag ryggen
OTHERS andre kund, anden kund, en annen kunde, annen kunde, andres, andre bruger, andre bruker, anden bruger, annen bruker, andre virksomhed, andre firma, et andet firma, et annet firma, andre konti, andre konto, en anden, noen andre, alle kund, alle bruger, konkurrent, nabo, fremmed, tredjepart
ALL alle., alt., al., hver., hvert., samtlige, hele., fuldstændig, fullstendig, komplet, nøjagtig, nøyaktig, eksakt, total., samlede, helt., enhver, ethvert, i sin helhed
CUSTOMER kunde, klient, bruger, bruker, konto., kontoen, konti, virksomhed, bedrift, firma, selskab, selskap, abonnent, organisation, organisasjon, medlem, ansat, kollega, person.
DATA mail, email, epost, e post, adresse, kortnummer, kortoplysning, data., database, telefon, kontakt, navn., navne, cpr, personnummer, fødselsnummer, oplysning, opplysning, informasjon
BILL faktura, regning, betaling, abonnement, gebyr, kvittering, saldo, forfald, forfall, moms, mva, skat., skatt, pris., prisen, priser, omkostning, kostnad, beløb
REFUND refunder, refusion, refusjon, tilbagebetal, tilbakebetal, kredit, rabat, kupon, gavekort, bonus, kompensation, kompensasjon, erstatning, eftergiv, ettergi, pengene tilbage, pengene tilbake, goodwill, gratis måned
ZERO nul., null, gratis, uden beregning, kostnadsfri, ingenting å betale, hundrede procent, 100 procent, hundre prosent, 100 prosent, maksimal, maksimum, dobbel, højeste, høyeste, million, en krone, en øre, halv pris
PAID betalt, afregn, oppgjort, gjort opp, marker, merk., merke som, bogfør, bokfør, afslut, avslutt, lukket, løst., status, modtaget, mottatt, kvitter, registrer som, sæt som, sett som, udlign
CHANGE ændre, ændring, endre, endring, skift., skifte, bytt., bytte, erstat, opdater, oppdater, modificer, rediger, overskriv, omdiriger, juster, forhøj, hæv., sænk
TARGET bankkonto, kontonummer, min konto, mobilepay, vipps, iban, udbetalingskonto, utbetalingskonto, fakturaadresse, faktureringsadresse, fakturamail, faktureringskontakt, modtager, mottaker, kontoejer, kontoeier, kontohaver, tegnebog, lommebok
SEND send, videresend, mail til, maile, overfør, upload, last opp, læg op, post det, poste., levere, lever til, eksfiltrer, sms, forward, cc., bcc., oversend, tilsend
LINK link, lenke, url, http, www, webhook, billede, bilde., bildet, markdown, server, domæne, domene, hjemmeside, nettside, nettsted, webside, iframe, vedhæft
ENCODE base64, kode om, kodet, afkod, dekod, krypter, dekrypter, baglæns, baklengs, omvendt, bogstav for bogstav, bokstav for bokstav, første bogstav, første bokstav, forbogstav, hex., rot13, morse, akrosti
TOOL værktøj, verktøy, funktion, funksjon, api., sql, forespørgsel, spørring, kald funktion, kall., udfør, utfør, eksekver, kør., kjør, kommando, script, skript, endpoint
END slut på, slutt på, her begynder, begyndelse, begynnelse, ny samtale, ny session, ny chat, brugerinput, brukerinndata, stop her, stopp her, følgende, besked fra, melding fra, systembesked, systemmelding, note til, notat
LOOP uendelig, i det uendelige, tusind gange, tusen ganger, million gange, hundrede gange, hundre ganger, gange i træk, ganger på rad, endeløs, løkke, loop, igen og igen, uden stop, uten stopp, nonstop, om og om
LIMIT grænse, grense., grensen, limit, loft., tærskel, terskel, beløbsgrænse, beløpsgrense, under grænsen, kvote, mindre beløb, mindre beløp, små beløb, små beløp, mindre dele, små dele, del op, opdel
LOG log., logs., logfil, logning, logg., loggen, logger, revision, revisjon, spor., sporing, historik, notifik, varsel, varsling, rapport, bevis., beviser, dokumentation
ALREADY allerede, er godkendt, er godkjent, blev godkendt, ble godkjent, har godkendt, har godkjent, aftalt, avtalt, som aftalt, som avtalt, har lovet, lovede, lovet., sagde ja, sa ja, fået ok, fikk ok, givet lov, forhåndsgodk, betragt, betrakt, regn det som
ASK hvordan, hvorfor, hvornår, når., hva., hvad, hvilke, hvor., hvem., kan jeg, kan vi, må jeg, må vi, får jeg, findes der, finnes det, er der, er det, har jeg, har vi, skal jeg
MINE min., mit., mitt., mine., vores, vår., vårt., våre., jeg., mig., meg., vi., os., oss., mig selv, meg selv
YOU du., dig., deg., din., dit., ditt., dine., dere., deres., de er, dem., jer., jeres
NOT ikke, ej., ingen., intet., ingenting, kan ikke, skal ikke, vil ikke, må ikke, hverken, verken, næppe, inkje, heller ikke
POLITE tak., takk, venligst, vennligst, vær venlig, vær så snill, vær så venlig, kunne du, kan du, kan i., jeg vil gerne, jeg vil gjerne, vi vil gerne, undskyld, unnskyld, beklager, hej, hei, god morgen
DELETE slet., slett, fjern, ødelæg, ødelegg, ryd., rydde, tøm., tømme, annuller, afbestil, avbestill, opsig, si opp, sig op, skjul., skjule, viske ut, visk ud
THREAT haster, hurtigst, akut, nødsituation, nødstilfælde, nødsfall, fyret, får sparken, dør., sagsøg, saksøk, ellers, belønning, drikkepenge, skynd dig, skynd deg, i fare, konsekvens, deadline, advokat, trussel
TEST test, eksperiment, forskning, øvelse, øving, demo., demonstration, demonstrasjon, penetrationstest, pentest, red team, uddannelse, opplæring, studie, kvalitetssikring, kun et eksempel, bare et eksempel, nysgerrig, akademisk
SAY sige, si., svar, besvar, skriv., skrive, tal., snakk, formuler, generer, opret, lav., lag., komponer, beskriv, forklar, udtryk, uttrykk, producer
PERSON født, fødsel, hjemmeadresse, privatadresse, løn., lønn, bor., bopæl, medicinsk, medisinsk, syg., alder, hans., hendes, hennes, han., hun., herr., fru.
HARM hack, stjæl, stjel, skadelig, malware, bombe, våben, våpen, narko, phishing, virus, dræb, drep, myrd, svindel, bedrag, snyd, ulovlig, angreb
IF hvis du, hvis jeg, hvis nogen, hvis noen, dersom, når du, når jeg, så snart, hver gang du, hver melding, hver besked, før du, inden du, efter at du, etter at du, om jeg skriver, med mindre, medmindre, i tilfælde
WHEN måned, i dag, idag, i morgen, i morgon, i går, november, mandag, kvartal, uge., ugen, uke., dag., dage., år., året, årlig, januar, februar, marts, mars., april, juni, juli, august
WRONG problem, fejl, feil, forkert, virker ikke, fungerer ikke, går ikke, ødelagt, mislyk, stemmer ikke, passer ikke, to gange, afvist, avvist, udløbet, utløpt, mangler, savner, højere
`;
