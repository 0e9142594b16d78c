import 'server-only';

/** What Swedish words mean to a guard. */
export const SV = `
IGNORE ignorera, strunta, glöm, bortse, kringgå, hoppa över, förbise, skit i, kasta bort, lägg undan, lägg åt sidan, följ inte, lyd inte, sluta följa, sluta lyda, upphäv, åsidosä, överskrid, bryt mot, bryt dig, överträd
RULES instruktion, anvisning, regel, regler, riktlinj, policy, policies, restriktion, begränsning, föreskrift, order., direktiv, prompt, programmering, princip, bestämmelse, villkor, krav, inskränkning, förhållningsorder, protokoll
PRIOR tidigare, föregående, ovan., ovanstående, ovanför, ursprunglig, förra, innan., hittills, dittills, initial, fram till nu, gamla, befintlig, första, nuvarande, gällande
REVEAL visa, avslöja, ge mig, ge oss, berätta, röj, läck, skriv ut, lista, listning, lämna ut, dela med, exportera, dumpa, redovisa, säg mig, läs upp, ta fram, plocka fram, hämta, uppge
REPEAT upprepa, repetera, ordagrant, ord för ord, citera, kopiera, kopia, översätt, sammanfatta, omformulera, återge, fortsätt, skriv av, bokstavera, klistra in, parafrasera, komplettera
SECRET hemlig, dold, gömd, gömt, konfidentiell, intern., interna, internt, sekretess, förtrolig, ej offentlig, icke offentlig, bakom kulisserna, undangömd
KEY lösenord, lösen., lösenfras, passord, api nyckel, api nycklar, nyckel, nycklar, token, inloggning, inloggad, logga in, pinkod, kod för, åtkomstkod, behörighetsuppgift, autentiseringsuppgift
SYSTEM system, konfiguration, inställning, config, utvecklarmeddelande, källkod, kontext, backend, bakände, kärna, root., uppstart, initier, grundinställning, förinställ, server prompt
BOT ai., bot., botten., assistent, chatbot, chattbot, chatgpt, gpt, språkmodell, llm, modell, robot, maskin, agent, artificiell intelligens, claude, gemini
ROLE låtsas, spela, agera, du är nu, du är en., du är ett., föreställ, bete dig, uppför dig, rollen, rollspel, roll., karaktär, persona, simulera, var min, bli en
STORY berättelse, saga, sagor, roman., romanen, godnatt, novell, dikt., dikten, scen., scenen, film, spelet, hypotetisk, fiktiv, fiktion, scenario
FREE obegränsad, oinskränkt, ofiltrerad, ocensurerad, utan regler, inga regler, utan gränser, inga gränser, utan begränsning, inga begränsning, utan filter, inga filter, utan restriktion, inga restriktion, jailb, dan., fri från, ond., oetisk, omoralisk, befria
MODE läget, utvecklarläge, läge., gudsläge, aktivera, slå på, sätt på, debug, felsökning, underhåll, sandlåd, sudo, växla till, byt till, koppla på, adminläge, testläge
OFF inaktivera, avaktivera, stäng av, stäng ner, stänga av, avstängd, slå av, slå ifrån, koppla bort, koppla ur, koppla från, gäller inte, gäller ej, lyft bort, häv., hävd, upphör
FILTER filter, filtrering, säkerhet, skydd, etiken, etik., spärr, moderering, moderation, etisk, moral, censur, varning, kontroller, kontrollen, efterlevnad, brandvägg
BOSS admin, utvecklare, vd., vdn., chef, revisor, personal, ledning, direktör, ägare, ingenjör, operatör, skapare, supportteam, ekonomiavdelning, ekonomichef, cfo., cto., ceo., styrelse, ordförande
IAM jag är admin, jag är din, jag är chef, jag är den, jag är vd, jag är ansvarig, jag är utvecklare, vi är från, jag kommer från, detta är din, här är din, som admin, som din, som ägare, jag jobbar, jag arbetar, på uppdrag av, å vägnar, jag representerar, jag företräder, i egenskap av
ALLOWED behörig, tillåt, tillstånd, befogenhet, auktoriserad, rättighet, rätt att, åtkomst, full tillgång, tillgång till, verifierad, fullmakt, beviljad, du får nu, du får lov, får lov, betrodd
NOWON från nu, i stället, istället, ny uppgift, nya uppgift, nästa uppgift, ny instruktion, nya instruktion, nya regler, ny regel, din riktiga, din verkliga, din egentliga, nu ska du, framöver, i fortsättningen, börja om, med start nu, fom nu, ny order, hädan, och med nu
MUST måste, skall., ska du, lyd., lyda, åtlyd, jag beordrar, beordra, jag kräver, kräver, vägra, neka, obligatorisk, tvungen, tvingad, skyldig att, se till att, säkerställ, oavsett, oberoende av, din uppgift
EVER alltid, aldrig, för evigt, för alltid, evig, permanent, varje gång, ständigt, hela tiden, livstid, livslång, i all framtid, jämt., oupphörlig, under inga omständigheter, för all framtid
WITHOUT utan., utan att, inget behov, behövs inte, behövs ej, behöver inte, behöver ej, onödig, inte nödvändig, ej nödvändig, krävs inte, krävs ej, inga krav, slipp, avstå från, undvik, undgå
APPROVE godkän, bekräfta, attest, signera, signatur, underskrift, underteckna, skriv under, skriva under, samtycke, verifiera, verifiering, granska, granskning, dubbelkoll, andra person, fyra ögon, klartecken, grönt ljus, intyga, acceptera
SELF själv, automatisk, auto., direkt, omedelbart, genast, omgående, på en gång, med en gång, bara gör, för min räkning, i mitt namn, åt mig, nu direkt, på egen hand, på stubben, tvinga, kör på, kör bara, inga frågor, snarast
SILENT i tysthet, tyst., i smyg, smyg, i hemlighet, säg inget, säg inte, säg ingenting, berätta inte, nämn inte, nämn aldrig, informera inte, meddela inte, diskret, mellan oss, oss emellan, ingen behöver, ingen får veta, obemärkt, bakom ryggen, visa inte
OTHERS andra kund, annan kund, andras, annans, andra användare, annan användare, andra företag, annat företag, andra bolag, annat bolag, andra konton, annat konto, någon annan, alla kund, alla användare, alla andra, varje kund, konkurrent, granne, främling, hyresgäst
ALL alla., allt., all., allting, varje., hela., samtliga, fullständig, komplett, varenda, exakt, total., totalt, hel., helt., i sin helhet, allihop
CUSTOMER kund, klient, användare, konto, bolag, företag, prenumerant, abonnent, organisation, medlem, anställd, kollega, kollegor, medarbetare, person., personer, folk.
DATA mejl, mail, epost, e post, adress, kortnummer, kortuppgift, kontouppgift, bankuppgift, personuppgift, uppgifter, data., datan, databas, telefon, kontakt, namn.
BILL faktur, räkning, betalning, prenumeration, abonnemang, avgift, kvitto, saldo, förfall, moms, skatt, pris., priset, priser, prisplan, kostnad, kostar
REFUND återbetal, kredit, rabatt, återbäring, ersättning, kompensation, kompensera, kupong, presentkort, värdekod, bonus, avskriv, efterskänk, tillgodo, pengarna tillbaka, pengar tillbaka, betala tillbaka
ZERO noll, gratis, kostnadsfri, utan kostnad, utan avgift, ingenting att betala, hundra procent, 100 procent, maximal, maximum, max., dubbla, dubbelt, högsta, miljon, obegränsad kredit, en krona
PAID betald, betalat, betalt, reglerad, avklarad, markera, bokför, avsluta, stängd, löst., status, stämpla, kvittera, mottagen, mottaget, bocka av, färdigbetald, som klar, avprickad, slutbetal, registrera som
CHANGE ändra, byt., byta, byt ut, ersätt, uppdatera, modifiera, redigera, skriv över, skriv om, omdirigera, dirigera om, justera, höj., höja, sänk, öka
TARGET bankkonto, kontonummer, mitt konto, privatkonto, iban, bankgiro, plusgiro, swish, utbetalningskonto, fakturaadress, faktureringsadress, faktureringskontakt, fakturamejl, mottagare, betalningsmottagare, kontoinnehavare, kontoägare
SEND skicka, sänd, maila, mejla, posta., vidarebefordra, överför, ladda upp, publicera, leverera, exfiltrera, översänd, slussa, e posta, tillställ, cc., bcc.
LINK länk, url, http, www, webhook, bild., bilden, bilder, markdown, server, domän, webbplats, webbsida, hemsida, sajt, iframe, bilag
ENCODE base64, koda., kodad, kodat, kodning, avkoda, kryptera, dekryptera, baklänges, omvänd, bokstav för bokstav, första bokstaven, begynnelsebokst, hex., hexadecimal, rot13, morse
TOOL verktyg, funktion, api., apiet, sql, databasfråga, anrop, exekvera, kör kommando, kör följande, kommando, skript, script, ändpunkt, endpoint, parameter, parametrar
END slut på, början på, här börjar, nytt samtal, ny konversation, ny session, ny chatt, användarinput, användarens inmatning, stanna här, följande, meddelande från, systemmeddelande, notering, anteckning, obs., ps.
LOOP oändlig, i all oändlighet, tusen gånger, miljon gånger, hundra gånger, gånger i rad, ändlös, slinga, loop, utan uppehåll, sluta aldrig, utan stopp, nonstop, gång på gång, utan slut, om och om
LIMIT gräns, limit, tröskel, tak., taket, maxbelopp, beloppsgräns, under gränsen, kvot, mindre belopp, små belopp, mindre delar, små delar, delbelopp, dela upp, delas upp, uppdelad
LOG logg, revision, granskningslogg, spårlös, spåren, spårning, historik, notis, notifiering, notifikation, avisering, rapport, bevis, larm, verifikation, registrering, dokumentation
ALREADY redan, är godkänt, är godkänd, blev godkän, har godkänt, överenskom, som avtalat, avtalat, har lovat, lovade, lovats, fått ok, gav ok, sa ja, har sagt, förhandsgodkän, betrakta, anse., räkna detta, räkna som, räknas som
ASK hur., varför, när., vad., vilken, vilket, vilka, var kan, var hittar, vem., vems., vart., kan jag, kan vi, får jag, får vi, finns det, är det, gör jag, gör man, har jag, har vi, ska jag, måste jag, behöver jag
MINE min., mitt., mina., vår., våra., jag., mig., mej., vi., oss., mig själv, själv min
YOU du., dig., dej., din., ditt., dina., ni., er., ert., era., eder
NOT inte., ej., inget., ingen., inga., ingenting, icke, knappast, varken, inte kan, kan inte, ska inte, får inte, vill inte, ingalunda
POLITE snälla, tack, vänligen, var vänlig, skulle du kunna, skulle ni kunna, kan du, kan ni, jag skulle vilja, vi skulle vilja, jag vill gärna, ursäkta, förlåt, hej, god morgon, goddag, god dag
DELETE radera, ta bort, tas bort, avlägsna, utplåna, förstör, rensa, töm., tömma, annullera, avboka, säg upp, säga upp, uppsägning, göm., gömma, dölj
THREAT brådska, akut, nödläge, nödsituation, sparken, avskedad, dör., dö., stämma dig, stämning, annars, belön, dricks., skynda, i fara, livet hänger, deadline, hot., hota, advokat
TEST test, experiment, forskning, övning, öva., demo., demonstration, pentest, penetrationstest, red team, utbildning, studie, kvalitetssäkring, bara ett exempel, endast ett exempel, nyfiken, akademisk
SAY säg., svara, skriv., nämner, skriva, tala, prata, formulera, generera, skapa, komponera, utforma, beskriv, förklara, yttra, besvara, producera
PERSON född, födelse, hemadress, bostadsadress, lön., lönen, bor., var bor, medicinsk, sjuk, ålder, hans., hennes, deras, hon., han., de.
HARM hacka, hackning, stjäl, skadlig, skadeprogram, bomb, vapen, drog, nätfiske, phishing, virus, död., döda, mörda, bedrägeri, bluff, lura
IF om du, om jag, om någon, om ni, ifall, närhelst, så fort, så snart, när du, när jag skriv, varje gång du, varje meddelande, innan du, efter att du, därest, såvida, förutsatt
WHEN månad, idag, i dag, imorgon, i morgon, igår, i går, vecka, veckor, dag., dagar, dagen, år., året, årlig, årsvis, januari, februari, mars, april, juni, juli, augusti, september, oktober
WRONG problem, fel., felet, felaktig, fungerar inte, funkar inte, går inte, trasig, misstag, misslyck, stämmer inte, dubbel, två gånger, avvisad, avvisat, utgången, utgått
`;
