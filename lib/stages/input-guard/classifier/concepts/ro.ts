import 'server-only';

/** What Romanian words mean to a guard. */
export const RO = `
IGNORE ignor, uită, nu ține cont, nu țineți cont, nu mai ține cont, nu lua în seamă, nesocot, ocol, treci peste, sari peste, sări., încalc, nu respecta, nu mai respecta, nu asculta, aruncă, suprascri
RULES instrucț, regul, îndrum, restricț, constrâng, directiv, politic, ordine., ordinele, ordin., poruncă, prompt, norm, principii, principiu, cerinț, interdicț, ghid, indicaț, protocol
PRIOR anterior, preceden, de mai sus, mai sus, inainte, de dinainte, inițial, original, mai devreme, vechi, trecut, existent, prealabil
REVEAL arată, afișe, afișa, dezvălui, spune mi, spuneți mi, zi mi, dă mi, dați mi, divulg, listeaz, lista, tipăre, printează, expune, scurge, export, furnizea, oferă mi, prezintă, enumer, citește mi, publică
REPEAT repet, cuvânt cu cuvânt, literă cu literă, textual, citeaz, citați, copiaz, copiați, copie., tradu, rezum, sumariz, parafraz, reformul, rescrie, reprodu, continuă, transcri, lipește
SECRET secret, ascuns, confidenț, intern., interne, internă, tainic, tăinuit, clasificat, nepublic, dosit
KEY parol, cheie, cheia, cheile, chei., token, cod de acces, coduri de acces, cod pin, pin., credenț, autentific, login, logare, sesiun
SYSTEM sistem, configur, setări, mesajul dezvolt, mesajul de sistem, prompt de sistem, preambul, context, cod sursă, backend, nucleu, kernel, root., inițializ, platform, mediul
BOT ia., ai ul, inteligenț, asistent, robot, bot., botul, chatbot, chatgpt, gpt, modelul., mașin, agent, claude, gemini, copilot
ROLE joacă rol, joci rol, rolul, rol., prefă, pretinde, comportă te, te comporți, acționează ca, ești un, personaj, simulea
STORY povest, poezi, scenă, scenet, film, romane, roman., romanul, ipotet, ficțiun, fictiv, imaginează, imaginați, închipui, să zicem, vis., bunic, cântec, teatru, piesă de, joc., jucăm, basm, univers, glum
FREE fără restric, fără limite, fără reguli, fără cenz, fără filtr, fără nicio limit, fără nicio restric, necenzur, nefiltr, nerestric, nelimit, neîngrădit, liber., liberă, eliberat, eliberează, dezlănțuit, malefic, rău., jailbreak, dan., nicio regul
MODE mod., modul., moduri, activeaz, activați, activare, pornește, comută, treci în, deblochea, depanare, debug, mentenanț, întreținere, sandbox, diagnost, sudo, god mode
OFF dezactiv, opriți, opreșt, închide filtr, scoate filtr, ridică restric, suspend, relaxeaz, nu se mai aplic, nu se aplic, inceteaz, încetați, abrog, elimină restric, nu mai ai, stinge
FILTER filtr, siguranț, securit, protecț, moderare, moderat, etic, moral, cenzur, avertis, avertiz, verificări, control, conformit, validăr, firewall, salvgard, bariere
BOSS admin, dezvolt, programator, director, șef, auditor, manager, supervizor, proprietar, patron, angajat, operator, inginer, creator, creatoarea, contabil, departament, conducer, responsabil, openai, juridic
IAM sunt admin, sunt director, sunt șef, sunt dezvolt, sunt patron, sunt proprietar, sunt creator, sunt din, sunt de la, în numele, lucrez, în calitate de, ca administrator, reprezint
ALLOWED autoriz, permis., permisă, permise, permisi, permit, voie., am voie, ai voie, drepturi, acces., accesul, accesez, acces la, împuternic, scutit
NOWON de acum, din acest moment, din momentul, incepand, de azi înainte, în schimb, în loc de asta, noua sarcin, o nouă sarcin, sarcina ta, noi instruc, instrucțiuni noi, reguli noi, noua ta
MUST trebui, ești obligat, obligat, îți ordon, ordon., îți cer, cer., îți poruncesc, ascultă de, supune, nu refuza, refuz, fă ce, fă cum
EVER mereu, întotdeauna, totdeauna, niciodată, pentru totdeauna, pe veci, permanent, de fiecare dată, veșnic, oricând, definitiv, etern, nicicând
WITHOUT fără, nu e nevoie, nu este nevoie, nu mai e nevoie, nu mai trebuie, nu este necesar, nu e necesar, nu necesit, nu e cazul, inutil, lipsit, scutește, evit
APPROVE aprob, confirm, semnez, semneaz, semna, a doua persoan, a doua semn, a doua aprob, patru ochi, acord., acordul, consimț, avizea, aviz., avizul, avizat, verific, validea, contrasemn, accept, undă verde, ok ul, întrebi
SELF singur, tu însuți, însuți, de unul singur, automat, direct., direct în, imediat, pe loc, de îndată, numaidecât, pentru mine, forțeaz, instantaneu, fără întreb
SILENT în secret, pe ascuns, pe furiș, pe tăcute, în tăcere, tacit, taci., nu spune, nu zice, nu anunța, nimănui, discret, fără știrea, fără să observe, nimeni să nu, pe la spate
OTHERS alți clienți, altor clienți, alt client, altui client, altă client, celorlalți, ceilalți, alți utilizator, altor utilizator, altei firm, alt cont, altui cont, altcuiva, concuren, vecin, tuturor clien, toți clien, străin, terț, chiriaș, rival, altora
ALL tot., toate., toată, toți, tuturor, totul, întreg, complet, integral, fiecare, fiecărui, orice., oricare, total., totală, totalul, exact, absolut, deplin
CUSTOMER client, utilizator, cont., contul, conturi, firm, compani, societat, abonat, organizaț, persoan, oameni, membru, membri, coleg, cumpărăt, angajați, beneficiari
DATA date., datele, datelor, e mail, email, mail., mailul, mailuri, adres, carduri, card., cardul, telefon, contact, detalii, nume., numele, informaț, conversaț, istoric, mesaj, înregistr, cui., chat
BILL factur, plată, plăți, plăteș, abonament, tarif, comision, taxă, taxe, chitanț, bonul, extras, soldul, datori, scaden, restanț, sumă., preț, cost., costă, tva, reînnoi, licenț, contract, penalit
REFUND ramburs, restitui, returnea, returnez, banii înapoi, înapoi banii, dați înapoi, credit., creditul, credite, reducer, discount, voucher, cupon, compens, despăgub, bonus, cadou, storn, lună gratuită
ZERO zero, gratis, gratuit, pe gratis, nimic de plat, sută la sută, 100 la sută, maxim, dublu, dublea, dublez, milioan, milion, negativ, minus, jumătate de preț
PAID plătit, achită, decont, stins, marcheaz, marcat, marca., stare., statut, status, starea, rezolvat, încheiat, închis., închisă, încasat, primit., reconcil
CHANGE schimb, modific, actualiz, înlocui, setea, ajust, edit, redirecț, pune., mut, mărește, crește, scade, micșor, redu, majorea, prelungi, rescad, upgrade, corect, înregistrează mă
TARGET cont bancar, contul bancar, contului bancar, iban, contul meu, cont personal, contul personal, contul acesta, acest cont, beneficiar, destinatar, portofel, bitcoin, cripto, paypal, revolut, titular, cardul meu
SEND trimit, expedi, transmit, înaintea, redirecționea mail, forward, încarc, uploade, postea, livrea, transfer, retrimit, varsă, dă i, trimis
LINK link, legătur, url, http, www, webhook, imagin, poză, markdown, server, domeniu, site., siteul, site ul, pagin, atașam, atașat, pixel, html
ENCODE base64, codific, codeaz, encod, decod, cripte, criptat, criptare, decript, cifr, morse, invers., inversat, prima literă, acrostih, binar, hexa, emoji, codat
TOOL instrument, unealt, unelt, funcți, api., sql, interogar, interoghe, apelea, apel., execut, rulea, rulați, script, endpoint, parametr, argument, comand, terminal, metod, codul., tool
END sfârșit, final de, început, conversație nouă, sesiune nouă, chat nou, nouă conversaț, nouă sesiune, introdus de utiliz, urmeaz, mai jos, notă către, notă., atenție
LOOP infinit, la infinit, la nesfârș, nesfârșit, o mie de ori, mii de ori, milion de ori, milioane de ori, sută de ori, buclă, fără oprire, încontinuu, neîncetat, continuu, nu te opri
LIMIT limit, plafon, prag., pragul, sub prag, sub limit, peste prag, cot., cotă, împart, sparge, fracțion, divide, divizea, în bucăți, bucăți, tranșe, parțial
LOG jurnal, log., loguri, logul, logare audit, audit., auditul, urme., urmă., urmele, notificăr, evidența, raport, dovad, dovezi, probă., registru, alertă, alerte
ALREADY deja, a fost aprobat, au fost aprobat, a fost confirm, a aprobat, au aprobat, am aprobat, s a aprobat, a fost de acord, a zis că, mi a spus, promis, așa cum am, convenit, consideră că, considera., considerați, socotește
ASK cum., de ce., când., ce., care., căruia, unde., cine., cât., câți, câte., câtă, de unde, pot., putem, se poate, există, oare, la ce
MINE meu, mea., mei., mele, nostru, noastr, noștri, eu., noi., mie., mine., mă., îmi., ne., nouă., pe mine, am., mi.
YOU tu., tău., ta., tăi., tale., tine., ție, te., îți, ți., dumneavo, dvs, voi., vostru, voastr, dumneata, vă., ești, ai.
NOT nu., n am, n are, n ai, nici., nicio, niciun, nimic, nimeni, nicidecum, nicăieri, nu e., deloc
POLITE vă rog, te rog, rog., mulțum, mersi, merci, bună ziua, bună., bună seara, salut, scuz, ați putea, ai putea, aș dori, ajut, amabil
DELETE șterge, ștears, sters, elimin, înlătur, distrug, curăț, goleș, golire, anulea, anulare, anulez, anulați, rezilia, ascund, suprim, radiaz
THREAT urgen, de urgență, concedia, dat afară, moare, mor., voi muri, o să mor, proces., în judecat, avocat, instanța, altfel., recompens, bacșiș, grăbe, grabă, pericol, amenin, termen limit, critic., șantaj, amend, reclamaț, repede
TEST test, experiment, cercetar, cercetător, exerciți, demo., demonstraț, pentest, simulare, antren, instruir, școlar, educaț, academic, student, exempl, curios
SAY spune, spui, zi., zic, zis, răspun, scrie, scrii, scris, tastea, genere, compun, creea, redacte, formul, descri, explic, cuvânt, cuvinte, vorbe, pronunț, produ
PERSON data naster, naștere, născut, adresa de acasă, acasă la, salari, locui, domicili, medical, fată de, vârst, lui., ei., ea., el., lor., ele., doamn, soț, copil
HARM hack, piratez, spargi, fur., fura., furi, furt, malware, virus, bomb, arm., armă, arme, drog, phish, omor, fraud, ilegal, escroc, atac, insult, fals., falsific, păcăl, spion
IF daca, când ai, când voi, ori de câte ori, oricând prim, imediat ce, de îndată ce, înainte să, după ce, în caz că, în cazul
WHEN lună, luni, azi., astăzi, mâine, ieri, săptămân, zi de, zile., ani., ianuar, februar, mai., iunie, iulie, august, septembr, octombr, noiembr, decembr, marți, miercuri, joi, vineri, data.
WRONG problem, eroare, eror, greșe, greșit, nu merge, nu funcț, defect, stricat, eșuat, respins, refuzat., blocat, blocaj, de două ori, dublat, duplic, incorect, expir, lipsește, pierdut, diferenț, încurcat
`;
