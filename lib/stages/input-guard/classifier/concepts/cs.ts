import 'server-only';

/** What Czech and Slovak words mean to a guard. */
export const CS = `
IGNORE ignor, zapomeň, zapomín, zabudn, pomiň, pomíjej, nevšímej, nevšímaj, neřiď se, nedbej, přeskoč, obejdi, obejít, obcház, obísť, obchádz, zahoď, odlož, kašli na, vykašli, poruš, neposlouchej
RULES pravid, pokyn, instrukc, směrnic, omezen, obmedzen, příkaz, zásad, nařízen, nariaden, předpis, zákaz., zákazy, prompt, politik, požadav, protokol, zadán
PRIOR předchoz, předešl, predchádz, predošl, dosavadn, doteraj, dřív, skôr, původn, pôvodn, výše, vyššie, hore., předtím, dosud, minul
REVEAL ukaž, zobraz, vypiš, prozra, prezraď, odhal, odkryj, odtajn, sděl, vyzraď, vymenuj, seznam, zoznam, vydej, export, zveřejn, poskytn, přečti, vytáhni, vytiskni
REPEAT zopakuj, opak, doslov, slovo od slova, slovo po slovu, slovo za slovom, cituj, ocituj, zkopíruj, skopíruj, kopír, přelož, shrň, parafráz, přeformul, přepiš, pokračuj
SECRET tajn, tajemství, tajomstv, skryt, důvěrn, dôvern, intern, utajen, utajov, neveřejn, zákulis, soukrom
KEY hesl, přístupov, klíč, kľúč, token, api klíč, pin., pin kód, přihlašovac, přihlášen, login, relac, ověřovací kód
SYSTEM systém, konfigur, nastaven, zpráv vývojář, zdrojov, kontext, preambul, úvodní text, jádr, backend, root., inicializ
BOT ai., umělá inteligenc, umělé inteligenc, asistent, chatbot, bot., bote., boti, robot, model, chatgpt, gpt, virtuáln
ROLE hraj, zahraj, předstír, predstier, dělej jako, dělej že, rob že, tvař se, chovej se, role., rolí, jsi teď, teď jsi, odteraz si, staň se, staň sa, simul, persona, postav, jako bys
STORY příběh, pohádk, rozprávk, povídk, poviedk, báseň, básn, scén, film., filmu, román, hypotet, vymyšlen, představ si, babič, uspávank, hádank, píseň, hra., hru., dialog, vtip
FREE neomezen, neobmedzen, necenzur, nefiltr, bez cenzur, bez omezen, bez obmedzen, bez pravid, bez filtr, bez zábran, bez limit, svobod, slobod, osvoboz, volně., zlý., jailbreak, cokoli, žádná pravidla, žiadne pravid, neetick
MODE režim, mód., módu, módem, aktivuj, aktivac, aktivov, zapni, zapnut, zapnout, přepni, přepnout, odemkn, odomkn, ladic, debug, údržb
OFF vypni, vypnut, vypnout, vypína, deaktiv, zakázat, odpoj, pozastav, neplatí, přestaň, uvolni, vyřaď
FILTER filtr, filter, bezpečn, zabezpeč, ochran, pojistk, poistk, zábran, moder, etik, etick, morál, cenzur, varován, upozorněn, kontrol
BOSS admin, správc, vývojář, ředitel, riaditeľ, šéf, vedouc, vedúc, nadřízen, nadriaden, auditor, manažer, majitel, provozovatel, tvůrce, technik, operátor, jednatel, konateľ, účetní, účtovn, finančn, podpora, podpory, openai
IAM jsem admin, jsem správc, jsem váš, jsem tvůj, jsem tvoje, jsem ředitel, jsem šéf, jsem majitel, jsem jednatel, jsem z, som tvoj, som z, tady je, tady vývoj, jménem, pracuju, pracuji, jako admin, jako správce
ALLOWED oprávně, opravňuj, povoľ, dovol, smíš, můžeš teď, smieš, pověřen, autoriz, přístup k, přístup., výjimk, výnimk, právo., ověřený, svolen
NOWON od teď, odteď, od nynějška, odteraz, od tejto chvíle, od této chvíle, od tohoto okamžiku, od tohoto momentu, napříště, nadále, nové pokyn, nové instrukc, nové zadání, nová role, tvůj skutečný, začni znovu
MUST musí, muset, máš povinnost, povinn, poslechn, poslouchej, poslúchaj, uposlech, přikazuj, nařizuj, nariaďuj, vyžaduji, neodmít, odmít, odmiet, udělej co, bez ohledu, zajisti, závazn, nesmieš
EVER vždy, nikdy, navždy, navěky, pokaždé, zakaždým, trvale, trvalo, stále., napořád, natrvalo, pořád, furt, kdykoli
WITHOUT bez., beze., není potřeba, není třeba, nie je potreb, netreba, není nutn, nie je nutn, nepotřeb, zbytečn, nemusíš, nemusí., vynech, aniž
APPROVE schval, potvrď, potvrz, odsouhlas, odsúhlas, souhlas, súhlas, podpis, podepiš, čtyř oč, ověř, zkontroluj, ptaní, ptát, akcept, posouzen
SELF sám., sama., sami., samo., samostatn, automat, okamžit, ihned, hneď, rovno, přímo, priamo, za mě, mým jménem, prostě, jednoduše, vynuť
SILENT potichu, tiše., mlč, zamlč, tajně, neříkej, nehovor, nezmiňuj, nezmieňuj, neinformuj, neupozorňuj, neoznamuj, nikomu, nenápadn, bez vědom, za zády, nikdo se nedozv, diskrétn, nepýtaj, ani slovo
OTHERS jiných zákazník, jiného zákazník, jiný zákazník, jiní zákazní, ostatních zákazník, ostatní zákazní, iných zákazník, iného zákazník, všetkých zákazník, jiné firm, jiných uživatel, všech uživatel, jiného účtu, cizí, cudz, někoho jiného, konkuren, soused, třetí stran, nájemc
ALL všechn, všech., všem., všemi, všetk, vše., vešker, každ, celý, celé, celá, celou, kompletn, úpln, přesn
CUSTOMER zákazník, zákaznic, klient, uživatel, používateľ, účet, účt., účtu, účty, účtem, firm, společnost, organizac, lidé, koleg, zaměstnan
DATA údaj, data., dat., datech, e mail, email, mail., maily, mailov, adres, kart, telefon, databáz, kontakt, záznam, osobní, jména, informac, zpráv, konverzac, rozhovor, chat, přepis.
BILL faktur, vyúčtov, účtov, platb, platieb, plateb, předplat, tarif, doklad, výpis., výpisu, daň., dph., zůstatek, splatn, částk, cena., cenu., dluh, dlh, licenc, smlouv, objednáv, upomínk, prodlouž
REFUND vrať, vrácen, refund, dobropis, kredit, sleva, slevu, slev., slevy, zľav, náhradu, odškod, kupón, voucher, odpusť, vyplať, bonus, dárek, peníze zpět, cashback, připiš, přeplatek
ZERO nula, nul., nulov, nulu, zdarma, zadarmo, zdarmo, nic neplat, stoprocent, maxim, dvojnásob, milion, korun., minus
PAID zaplacen, zaplaten, zaplatil, uhrazen, uhraden, uhradil, vyrovnan, vyřízen, vybaven, vyriešen, označ, zaúčt, stav., stavu., proveden, přijat
CHANGE změň, uprav, nahraď, aktualiz, nastav, přenastav, přepni účet, zaměň, vyměň, posuň, zvyš, sniž, prodluž, přesměr, převeď, přesuň, přihlas, zapiš, uveď
TARGET bankovní účet, bankovního účtu, bankový účet, iban, číslo účtu, fakturačn, příjemc, můj účet, můj soukrom, soukromý účet, peněženk, bitcoin, krypto, paypal
SEND pošli, pošlu., pošle., pošlete, pošleš, poslala., poslal., poslat, posílej, posielaj, odešl, odošli, přeposíl, předej, nahraj, převést, kopii na
LINK odkaz, link., linku, linky, url, http, www, webhook, obrázek, obrázk, obrázok, markdown, server, web., stránk, příloh, html, pastebin
ENCODE base64, kóduj, zakóduj, kódov, zakódov, dekód, rozkód, šifr, zašifr, rozšifr, dešifr, morse, pozpátku, odzadu, po písmen, akrostich, rot13, emoji, json
TOOL nástroj, funkc, api., sql, dotaz., zavolej, volej, zavolaj, spusť, spouš, vykonej, vykonaj, proveď, parametr, parameter, terminál, příkazov, kód., kódu, select.
END konec, koniec, začátek, začiatok, nová konverzac, nový chat, nová relac, nová session, následuj, správa od, poznámk, pozor, výstup nástroj
LOOP nekonečn, donekoneč, tisíckrát, tisíc krát, miliónkrát, stokrát, smyčk, slučk, bez přestáv, nepřestávej, neprestávaj
LIMIT limit, práh., prahu, prahem, hranic, strop, pod limit, pod hranic, kvót, rozděl, rozlož, rozsek, na části, drobn, částečn
LOG log., logy., logů, logov, zaloguj, audit., auditu, auditn, historie, historii, stop., stopy., stopu, oznam, notifik, report, důkaz, dôkaz
ALREADY už., již., bylo schvál, byla schvál, byl schvál, bolo schvál, bola schvál, už schvál, odsouhlasen, odsúhlasen, dohodnut, domluven, jak jsme se domluv, slíben, slíbil, řekl že, dal souhlas, považuj
ASK jak., ako., proč, prečo, kdy., kedy, co je, jaký., jaké., jaká., jakou., aký., aké., který, která, které, ktorý, kde., kam., kdo., kto., kolik, koľko, můžu, mohu
MINE můj, môj, mého, mou., mým, mých, náš., naše., našich, naša., nášho, já., my., mě., mi., mně, mňa, nám., svůj, svého, svoj
YOU ty., tě., ti., tebe, tebou, tvůj, tvoj, tvé., tvá., tvou, tvého, tvým, vás., vám., vaše, vaší, jsi., ste., teba
NOT ne., není, nie., nejsou, nejsem, nemám, nemůžu, nemohu, nemôžem, nechci, nechcem, nič, žádn, žiad, nikdo, nikto, nebyl, nebude, nebol, nejde, ani.
POLITE prosím, děkuj, ďakuj, díky, dík., vďaka, dobrý den, dobrý večer, zdravím, ahoj, čau, omlouv, promiňte, mohli byste, mohl bys, mohla bys, chtěl bych, chtěla bych, rád bych, s pozdravem, laskav
DELETE smaž, vymaž, zmaž, odstraň, zruš, znič, zlikvid, vyčist, promaž, skryj, schov, ukryj, storn, zahlaď
THREAT naléhav, urgent, spěch, pohni, ponáhľ, pospěš, nutně potřeb, nouz, núdz, vyhod, umírá, smrt, soud., soudu, právník, advokát, jinak., inak., odměn, hroz, nebezpeč, trest., pokut, penále, stížnost
TEST test, otestuj, zkouš, skúš, zkušebn, cvičen, experiment, pokus, výzkum, výskum, demo., ukázk, školen, diplomk, zvědav
SAY řekni, řekněte, říct, říkej, říci, povedz, hovor, mluv, odpověz, odpovíd, odpověď, napiš, napsat, piš., generuj, vytvoř, sestav, slož, popiš, vysvětli, slovo., slova., slovy, vyprávěj
PERSON datum narozen, narozen, narodil, dátum naroden, bydlí, býva, domácí adres, soukromá adres, plat., platu, mzd, číslo na, věk., její, jej., jeho, ich., ona., paní, manžel, syn.
HARM hack, ukrad, krást, kradn, malware, virus, bomb, zbraň, drog, phish, exploit, prolom, útok, zabít, podvod, nelegál, rasist, porno, padělek, falešn, špeh, škodliv
IF pokud, jestliže, kdyby, když., keď., keby, ak., jakmile, kdykoliv, než se, dokud
WHEN měsíc, mesiac, dnes, zítra, zajtra, včera, týden, týdn, den., rok., roku, leden, ledn, březn, květ, červen, červn, srpn, září, říjn, listopad, prosin, január, střed, datum
WRONG problém, chyb, špatn, zle., nefung, nejde to, nejde mi, nesed, rozbit, pokažen, omyl, zamít, odmítnut, odmietn, dvakrát, duplic, přeplat, vypršel, vypršal, ztrat, rozdíl, vyšší., překlep, reklam, nesprávn
`;
