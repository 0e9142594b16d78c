import 'server-only';

/** What Italian words mean to a guard. */
export const IT = `
IGNORE ignor, dimentic, trascur, scordati, scorda, tralasci, aggira, scavalca, bypassa, salta., saltare, disobbed, non seguire, lascia perdere, metti da parte, non tenere conto, infrangi, viola., violare, scarta, abbandona, disattend, sorvola
RULES istruzion, regol, direttiv, norm, restrizion, politic, prompt, ordin., ordini, vincol, indicazion, linee guida, comand, limitazion, disposizion
PRIOR precedent, anterior, sopra, originale, originari, inizial, finora, prima., fin qui, di cui sopra
REVEAL mostra, rivel, stampa, dimmi, dammi, visualizza, elenc, divulg, esponi, esporta, fammi vedere, svela, comunica, forniscimi, fornisci, condivid, consegna, tira fuori, dacci, estrai, lista.
REPEAT ripet, parola per parola, letteral, testual, copia, traduc, riassum, recita, cita., compita, sillaba, trascriv, completa la, riproduc
SECRET segret, nascost, riservat, confidenzial, intern, occult
KEY password, parola d'ordine, chiave, token, credenzial, codice di accesso, pin.
SYSTEM sistema, configurazion, messaggio dello sviluppatore, codice sorgente, contesto, impostazion
BOT ia., assistente, robot, modello, intelligenza artificiale, chatbot, macchina
ROLE agisci, comportati, fingi, fai finta, sei ora, ora sei, adesso sei, immagina di essere, immagina che, simula, ruolo, personaggio, interpreta, recita la parte, diventa, impersona, fai la parte, d'ora in poi sei
STORY storia, racconto, poesia, romanzo, scena, copione, sceneggiatura, ipotetic, ipotizz, finzione, film, nonna, canzone, indovinello, suppon, gioco, favola, immagin, sogno
FREE senza restrizion, senza limit, senza filtr, senza censura, illimitat, malvagi, senza regole, nessuna regola, liberat, senza vincoli, sbloccat, cattiv
MODE modalità, attiva, abilita, sblocca, debug, manutenzion, passa in modalità
OFF disattiv, disabilit, spegni, sospend, revoca, annulla le, non valgono, non vale, elimina i filtri, togli, non sei più, rimuovi i
FILTER filtr, sicurezza, protezion, moderazion, etic, moral, censura, avviso, avvertenz, salvaguard, controll, verifich
BOSS amministrator, sviluppator, direttore, direttrice, capo., revisor, responsabil, titolar, proprietari, dirigent, team, ingegner, operator, supervisor, contabil, ufficio finanz, finanza, ceo, presidente, assistenza tecnica, creator
IAM sono il, sono la, sono l, sono tuo, sono un, qui è il, parla il, a nome d, per conto d, da parte d, in qualità, come amministrator, come responsabil, come direttor, siamo il, lavoro per, rappresento
ALLOWED autorizz, permess, abilitat, accesso, privileg, verificat, puoi ora, consentit, esent, esonerat
NOWON d'ora in poi, da ora in poi, da adesso, da questo momento, invece, nuovo compito, nuove istruzioni, nuova istruzione, nuova regola, nuove regole, al posto, il tuo vero, nuovo ordine, ricomincia, il tuo nuovo, d'ora in avanti
MUST devi., deve., dovrai, obbedi, ubbidi, esigo, pretendo, ti ordino, obbligatori, rifiut, rispettar, a prescindere, non importa, qualunque cosa, bisogna, assicurati, fai in modo, costringi
EVER sempre, mai., per sempre, permanent, ogni volta, a vita
WITHOUT senza, non serve, non occorre, non è necessari, inutile, evita, non c'è bisogno, fai a meno
APPROVE approv, conferm, autorizzazion, firma, firmare, seconda persona, quattro occhi, convalid, consenso, verific, chiedere, benestare, controfirm, via libera, accett, revision, avall
SELF tu stesso, da solo, automatic, direttamente, immediat, subito, a nome mio, al posto mio, per me, all'istante, forza., di tua iniziativa, senz altro, seduta stante
SILENT in segreto, segretamente, silenzios, in silenzio, discret, senza avvisar, senza dir, senza che nessuno, senza che, non dire, non dirlo, non menzion, non avvisar, di nascosto, tra noi, senza notific, non informar, nessuno lo sappia, non chieder, alle spalle, zitto
OTHERS altri clienti, altro cliente, altre aziende, altra azienda, altre società, altri utenti, altro utente, altri account, altri conti, altra persona, qualcun altro, concorren, vicin, terzi, tutti i clienti, tutte le aziende, altrui, inquilin, tutti gli utenti, ogni cliente, di un altro, di un altra, tutti quanti
ALL tutto., tutti., tutta., tutte., ogni., inter., intero, intera, complet, integral, total, qualsiasi, esatt, ciascun
CUSTOMER client, utent, account, aziend, società, abbonat, membr, person, colleg
DATA dati., mail, indirizz, numero di carta, numeri di carta, carta di credito, telefono, database, banca dati, informazion, nominativ, nomi., contatt, personali, conversazion, messaggi
BILL fattur, pagament, abbonament, piano., addebit, ricevut, tariff, import, saldo, scadut, scadenz, debit, prezz, iva., canone, costo, costi., impost, post., licenz, contratt
REFUND rimbors, accredit, credito, sconto, sconti, coupon, buono, risarc, gratis, gratuit, condon, abbuon, omaggio, regal, restitu, storn, promo, esonera
ZERO zero, niente da pagare, cento per cento, massim, doppio, un centesimo, il più possibile, milion, negativ
PAID pagat, saldat, liquidat, segna., segnare, contrassegna, come se, stato., incassat, chius, registra, ricevuto il
CHANGE cambia, modific, sostitu, aggiorn, imposta., impostare, metti, reindirizz, alza., abbassa, aument, riduc, sposta, devia, prorog, porta a, varia
TARGET conto bancario, conto corrente, iban, contatto di fatturazione, indirizzo di fatturazione, beneficiari, destinatari, intestatari, coordinate bancarie, conto personale, paypal, bitcoin
SEND invia, inviar, manda, spedisc, inoltra, trasfer, trasmett, carica., pubblica, gira.
LINK link, collegament, immagin, server, sito, pagina, allegat
ENCODE codific, cifra., cifrare, al contrario, base64, invert, decodific, lettera per lettera, prima lettera, acrostico, crittograf, rovescio
TOOL strument, funzion, query, esegu, chiama la, invoca, script, lancia, parametr, codice
END fine d, inizio, nuova sessione, nuova conversazione, nota per, messaggio d, risultato d, attenzione, importante, avviso per
LOOP infinit, mille volte, senza ferm, senza fine, ciclo, cento volte, di continuo
LIMIT limit, soglia, tetto, massimale, al di sotto, sotto la, divid, suddivid, frazion, più parti, piccol
LOG registro, audit, tracci, notific, cronologia, prova., log., allerta
ALREADY già., ha già, ha approvat, ha detto, concordat, promess, consider, vale come, tratta questo, dai per, come concordat, è stato approvat, prendi questo
ASK come., perché, quando, cosa, che cosa, qual., quale, quali, dove, chi., quanto, quanti, posso, possiamo, c'è, ci sono, devo, dobbiamo, è possibile, si può, avete, abbiamo
MINE mio, mia, miei, mie., nostr, io., noi., mi., ci.
YOU tu., tuo, tua, tuoi, tue., te., ti., lei., suo., vostr, voi.
NOT non., nessun, niente, neanche
POLITE per favore, per piacere, grazie, potrebb, potreste, può., puoi., potresti, ciao, buongiorno, salve, scus, vorrei, vorremmo, saluti, aiut, cortesemente, gentilmente
DELETE cancell, elimin, rimuov, distrugg, nascond, togli la, disdi, svuota
THREAT urgen, licenzi, morir, muore, causa legale, avvocat, altrimenti, ricompens, mancia, sbrigati, pericolo, emergenza, minacc, stampa locale
TEST test, prova di, esercizi, ricerca, simulazion, esperiment, studio, addestrament, scopo didattico
SAY di., dire, rispond, scriv, redig, parla, genera, crea., creare, racconta, descriv, spieg
PERSON data di nascita, stipendio, abita, vive., domicilio, telefono d, signor, signora, suoi., loro
HARM hacker, rubar, ruba., malware, bomba, arma., armi, droga, frode, illegal, virus, insult, attacc, falsific, truff, veleno, phishing
IF se sei, se il, ogni volta che, quando tu, appena, prima di, prima che, leggendo, qualora
WHEN mese, mesi, oggi, domani, ieri, settiman, giorn, anno, anni, gennaio, febbraio, marzo, aprile, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre, lunedì, martedì, venerdì, trimestre, data.
WRONG problem, errore, sbagli, non funziona, scorrett, due volte, duplicat, rifiutata, scaduta, manca, più alt, differenza, non torna
`;
