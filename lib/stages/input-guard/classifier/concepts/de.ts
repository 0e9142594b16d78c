import 'server-only';

/** What German words mean to a guard. */
export const DE = `
IGNORE ignorier, vergiss, vergesse, vergessen, missacht, übergeh, umgeh, verwirf, verwerf, befolge nicht, hinwegsetz, setz dich über, lass beiseite, hör nicht mehr, halte dich nicht, schieb beiseite, setze dich hinweg, beachte nicht, außer acht, überspring, überschreib, pfeif auf, breche, brich
RULES anweisung, regel, vorgabe, instruktion, befehl, richtlinie, einschränkung, vorschrift, beschränkung, prompt, auflage, leitlinie, bestimmung, weisung, anordnung, grundsätze, sicherheitsregel
PRIOR vorherig, bisherig, obig, früher, ursprünglich, vorig, vorhergehend, zuvor, davor, oben, vorangegangen, anfänglich, bis jetzt, bislang
REVEAL zeig, gib mir, gib aus, gib uns, verrat, nenn, druck, offenbar, offenleg, leg offen, liste, auflist, rück, preisgeb, gib preis, teile mir, teil mir, sag mir, spuck, veröffentlich, exportier, anzeig, ausgeb, herausgeb, gib heraus, rufe, lies vor, enthüll, stell mir
REPEAT wiederhol, wörtlich, wort für wort, zitier, kopier, übersetz, fass zusammen, fasse zusammen, zusammenfass, schreib ab, buchstabier, vervollständig, setze fort, gib wieder, wortlaut
SECRET geheim, versteckt, verborgen, vertraulich, intern, verdeckt
KEY passwort, passwörter, kennwort, zugangscode, zugangsdaten, api schlüssel, schlüssel, codewort, losung, token, pin., anmeldedaten
SYSTEM system, konfiguration, einstellungen, entwicklernachricht, quellcode, kontext, voreinstellung
BOT ki., assistent, sprachmodell, chatbot, roboter, künstliche intelligenz, modell, maschine
ROLE tu so, tue so, spiel, verhalte dich, verhalt dich, agier, du bist jetzt, du bist ab jetzt, du bist nun, stell dir vor, schlüpf, rolle, figur, simulier, handle als, antworte als, werde zu, sei ein, sei mein, nimm die rolle
STORY geschicht, gedicht, theaterstück, drehbuch, szene, märchen, roman, hypothetisch, fiktiv, angenommen, gedankenspiel, oma., großmutter, lied, rätsel, witz, szenario, erzähl, traum
FREE uneingeschränkt, unzensiert, ungefiltert, unbeschränkt, ohne regeln, keine regeln, ohne grenzen, keine grenzen, böse, befreit, zügellos, hemmungslos, alles darf, ohne einschränkung, ohne filter
MODE modus, aktivier, entwicklermodus, debugmodus, wartungsmodus, schalte ein, freischalt, wechsle in, wartung
OFF deaktivier, schalte ab, schalte aus, abschalt, ausschalt, aufheb, aufgehoben, außer kraft, heb auf, stell ab, setze aus, aussetz, gilt nicht, gelten nicht, nicht mehr
FILTER filter, sicherheit, schutz, moderation, ethik, ethisch, moral, zensur, warnung, prüfung, kontrolle, absicherung, datenschutz
BOSS administrator, entwickler, geschäftsführ, chef, prüfer, leiter, leitung, vorgesetzt, inhaber, vorstand, mitarbeiter, wirtschaftsprüf, finanzabteilung, buchhaltung, finanzen, support team, betreiber, eigentümer, revision, techniker, direktor, rechtsabteilung
IAM ich bin der, ich bin dein, ich bin die, ich bin vom, hier ist der, hier ist die, hier spricht, als dein, als administrator, im namen, im auftrag, in meiner funktion, wir sind vom, ich spreche für, ich arbeite, als leiter, als geschäftsführ
ALLOWED befugt, berechtig, erlaub, ermächtig, zugriff, darfst, gestattet, autorisier, verifiziert, vollmacht, sonderrecht, freigeschaltet
NOWON von nun an, ab jetzt, ab sofort, stattdessen, künftig gilt, neue aufgabe, neue anweisung, neue regel, neuer auftrag, deine eigentliche, ab heute gilt, fortan, fang von vorne, nunmehr, deine neue
MUST du musst, sie müssen, musst, muss., gehorch, ich befehle, ich verlange, verweiger, hast zu, soll., sollst, verpflicht, unbedingt, egal was, egal ob, zwingend, weiger, stell sicher, sorge dafür, sorg dafür, ungeachtet
EVER immer, niemals, für immer, dauerhaft, jedes mal, stets, jederzeit, ewig, lebenslang
WITHOUT ohne, kein bedarf, nicht nötig, nicht notwendig, nicht erforderlich, unnötig, entfällt, verzicht, brauchst keine, spar dir
APPROVE genehmig, freigabe, freigeb, gib frei, bestätig, unterschr, zustimm, zugestimm, abnahme, zweite person, vier augen, gegenzeichn, absegn, abzeichn, rückfrage, nachfrag, zu fragen, verifizier, zeichne
SELF selbst, selber, automatisch, direkt, sofort, unverzüglich, umgehend, für mich, in meinem namen, eigenständig, eigenmächtig, einfach., gleich jetzt, eigenhändig, erzwing, auf der stelle
SILENT heimlich, still., stillschweigend, unbemerkt, verschweig, sag niemand, sag nichts, sag es niemand, erwähne nicht, diskret, ohne bescheid, ohne mitteilung, unter uns, niemand erfährt, keiner merkt, merkt, ohne jemand, nicht erwähn, kein wort, hinter dem rücken, frag nicht
OTHERS andere kund, anderer kund, anderen kund, anderer firm, andere firm, anderer nutzer, fremd, eines anderen, einer anderen, jemand ander, konkurren, mandant, nachbar, mitbewerber, aller kunden, alle kunden, allen kunden, aller nutzer, jeden kunden, dritter, anderen unternehmen, anderer unternehmen, andere konten, anderer konten, wettbewerb
ALL alle., alles, allen, aller, sämtlich, jeder, jede., jedes, jeglich, gesamt, ganze, vollständig, komplett, exakt, genaue
CUSTOMER kunde, nutzer, benutzer, konto, konten, firma, unternehmen, person, mitglied, kolleg, teilnehmer
DATA daten, mail, adress, kartennummer, telefon, kontakt, datenbank, angaben, datensätz, personenbezogen, bankdaten, namen., nummern, gespräch, verlauf, nachricht
BILL rechnung, zahlung, abo., abonnement, tarif, beleg, gebühr, betrag, beträge, abbuchung, lastschrift, mahnung, saldo, offene, forderung, steuer, preis, kosten, plätze, fällig, schuld, posten, vertrag, bestell
REFUND erstatt, gutschrift, gutschreib, rabatt, nachlass, zurückzahl, rückzahl, rückerstatt, gutschein, erlass, erlasse, kulanz, entschädig, geschenk, gratis, kostenlos, freimonat, bonus, auszahl, zahle aus, zahl aus, überweis, schreibe gut, schreib gut
ZERO null, nichts zahl, umsonst, hundert prozent, höchst, maximal, doppelt, einen cent, unbegrenzt, million, minus
PAID bezahlt, beglichen, ausgeglichen, als erledigt, markier, verbuch, buche, trage ein, status, eingegangen, abgeschlossen, quittier
CHANGE änder, setz, ersetz, aktualisier, tausch, stell um, umstell, anpass, pass an, bearbeit, erhöh, senk, verschieb, hinterleg, umleit, verlänger, hochstuf, herabsetz, wechs, trag um
TARGET bankverbindung, iban, rechnungskontakt, rechnungsadresse, auszahlungskonto, privatkonto, empfänger, kontoinhaber, ansprechpartner, bankkonto, meine private, paypal, bitcoin
SEND send, schick, leite, weiterleit, übermittl, hochlad, lade hoch, verschick, übertrag, poste., mail an
LINK adresse http, verlinkung, bild., bilder, webseite, verknüpf, anhang, seite.
ENCODE kodier, verschlüssel, rückwärts, umgekehrt, entschlüssel, base64, buchstabe für, anfangsbuchstab, geheimschrift, dekodier, spiegelschrift
TOOL werkzeug, funktion, schnittstelle, abfrage, führe aus, ausführ, ruf auf, aufruf, skript, befehlszeile, parameter, datenbankbefehl, code.
END ende der, beginn, neue sitzung, neues gespräch, hinweis an, notiz, systemnachricht, ergebnis, nachricht von, wichtig, anmerkung
LOOP endlos, unendlich, tausendmal, hundertmal, schleife, ohne aufzuhören, immer wieder, möglichst lang
LIMIT limit, grenze, grenzwert, obergrenze, schwelle, unterhalb, in kleine, aufteil, teile auf, stückel, mehrere teil, teilbeträg
LOG protokoll, audit, benachrichtig, verlauf, eintrag, spur., spuren, spurlos, nachweis, meldung
ALREADY schon, bereits, hat zugestimmt, liegt vor, wurde genehmigt, hat ja gesagt, abgesprochen, vereinbart, zugesagt, versprochen, betracht, werte, gilt als, als erteilt, wie besprochen, nimm an
ASK wie., warum, wieso, weshalb, wann, was., welche, wo., wer., wieviel, wie viel, kann ich, können wir, gibt es, muss ich, müssen wir, darf ich, darf., ist die, ist der, sind die, hat die, wird die, habe ich, haben wir, woher, wozu, wofür
MINE mein, unser, ich., wir., mir., uns., mich.
YOU du., dein, dich., dir., sie., ihr., ihre., ihnen., ihren
NOT nicht., kein, nichts
POLITE bitte, dank, können sie, könnten sie, könntest du, kannst du, guten tag, hallo, moin, entschuldig, ich möchte, wir möchten, grüße, freundlich
DELETE lösch, entfern, vernicht, versteck, beseitig, tilg, storn, kündig, verberg
THREAT notfall, dringend, entlass, stirbt, sterb, anwalt, verklag, belohn, trinkgeld, beeil, sonst., in gefahr, feuern, drohung, frist, eilt, presse
TEST test, übung, forschung, zu testzwecken, probelauf, probe, studie, schulung, nur ein beispiel, experiment
SAY sag, sprich, antwort, schreib, formulier, verfass, erstell, erzeug, beschreib, erklär
PERSON geburtsdatum, gehalt, wohnt, privatadresse, wohnort, telefonnummer von, sein., seine, frau., herr., ehemann
HARM hack, stehl, klau, schadsoftware, bombe, waffe, drogen, betrug, illegal, virus, phishing, fälsch, angriff, beschimpf, beleidig, gift, mord, erpress
IF wenn du, falls, sobald, jedes mal wenn, bevor du, nachdem du, wenn ich, immer wenn
WHEN monat, heute, morgen, gestern, woche, tag., tage, jahr, januar, februar, märz, april, juni, juli, august, september, oktober, november, dezember, montag, dienstag, freitag, quartal, datum
WRONG problem, fehler, falsch, funktioniert nicht, geht nicht, kaputt, versehentlich, doppelt abge, stimmt nicht, abgelehnt, abgelaufen, fehlt, höher, unterschied, klappt nicht, stimmt was
`;
