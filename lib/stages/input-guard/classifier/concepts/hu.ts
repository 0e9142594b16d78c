import 'server-only';

/** What Hungarian words mean to a guard. */
export const HU = `
IGNORE hagyd figyelmen kívül, hagyja figyelmen, figyelmen kívül, felejts, elfelejt, mellőz, ignorál, ne törődj, ne kövesd, ne kövesse, ne vedd figyelembe, ne foglalkozz, kerüld meg, megkerül, hagyd ki, ugord át, írd felül, felülír, felülbírál, vesd el, szegd meg
RULES utasítás, szabály, irányelv, előírás, korlátozás, prompt, házirend, parancs, megkötés, direktíva, rendelkezés, instrukció, elvek, alapelv, útmutat, követelmény, protokoll, tiltás
PRIOR korábbi, előző, előbbi, fenti, fentebb, eddigi, eredeti, megelőző, azelőtt, mostanáig, kezdeti, ezelőtti, meglévő, régi, eddig., jelenlegi
REVEAL mutas, mutat, megmutat, árul, kiadja, kiadni, elárul, fedd fel, felfed, add meg, adja meg, add ki, adja ki, mondd el, mondja el, írd ki, írja ki, listáz, sorold fel, sorolja fel, tárd fel
REPEAT ismétel, szó szerint, szóról szóra, idéz, másol, fordíts, foglald össze, összefoglal, fogalmazd át, folytasd, egészítsd ki, betűzd, illeszd be, visszhang, pontos szöveg, mondd vissza, kivonatol
SECRET titok, titk, rejtett, bizalmas, belső, elrejtett, nem nyilvános, kulisszák, minősített
KEY jelszó, jelszav, jelmond, api kulcs, kulcs, token, belépési, bejelentkez, pin kód, hozzáférési kód, hozzáférési adat, hitelesítő adat, munkamenet, környezeti változó, titkos kód, felhasználónév, env.
SYSTEM rendszer, beállítás, konfiguráció, fejlesztői üzenet, forráskód, kontextus, háttérrendszer, backend, kernel, root., inicializál, alapbeállítás, system, szerverbeállítás
BOT mesterséges intelligencia, mi modell, asszisztens, bot., chatbot, csetbot, chatgpt, gpt, nyelvi modell, llm, modell, robot, gép., ügynök, ai., claude, gemini
ROLE tégy úgy, tegyél úgy, tegyen úgy, játszd, játssz, színlel, viselkedj, te most egy, mostantól te, képzeld magad, képzeld hogy, szerep, karakter, persona, szimulál, légy., bújj
STORY történet, mese, regény, vers., verset, versben, jelenet, film, játékban, hipotetikus, kitalált, képzeletbeli, fikció, forgatókönyv, tegyük fel, álom, nagymama
FREE korlátlan, korlátozatlan, szűretlen, cenzúrázatlan, szabályok nélkül, korlátok nélkül, korlátozás nélkül, korlátozások nélkül, nincsenek szabály, nincs szabály, nincsenek korlát, nincs korlát, szűrő nélkül, szűrők nélkül, szabadon, szabad vagy, felszabad, jailb, dan., gonosz, etikátlan
MODE mód., módba, módot, fejlesztői mód, üzemmód, aktivál, kapcsold be, kapcsolja be, bekapcsol, engedélyezd a mód, oldd fel, feloldás, hibakeres, debug, karbantart, sandbox, homokozó
OFF kapcsold ki, kapcsolja ki, kikapcsol, tiltsd le, letilt, deaktivál, függeszd fel, felfüggeszt, iktasd ki, állítsd le, már nem érvény, nem érvényes, hatályát veszt, hatályon kívül, nem vonatkoz, oldd fel a, lazíts
FILTER szűrő, szűrés, biztonság, védelem, védelm, moderál, moderáció, etika, erkölcs, morál, cenzúra, figyelmeztet, korlátok, tűzfal, adatvédel, gdpr, tartalomszűr
BOSS admin, rendszergazda, fejlesztő, igazgató, vezérigazgató, ügyvezető, főnök, vezető, menedzser, könyvvizsgáló, ellenőr, auditor, tulajdonos, munkatárs, mérnök, operátor, üzemeltető, pénzügyi osztály, könyvelés, openai, jogi osztály
IAM én vagyok, vagyok a, rendszergazda vagyok, adminisztrátor vagyok, admin vagyok, igazgató vagyok, fejlesztő vagyok, tulajdonos vagyok, a főnöke, főnököd vagyok, fejlesztőd vagyok, mint rendszergazda, mint admin, mint az, itt a, nevében, megbízásából, képviselem, dolgozom, minőségemben, képviseletében
ALLOWED jogosult, jogosítv, felhatalmaz, engedély., engedélyem, engedélyt, engedélyez, megenged, hozzáférés, teljes hozzáfér, jogkör, meghatalmaz, ellenőrzött, jogod van, jogom van, mostantól szabad, kivétel
NOWON mostantól, mától, ettől kezdve, innentől, ezentúl, ehelyett, helyette, inkább., új feladat, új utasítás, új szabály, következő feladat, valódi feladat, igazi feladat, tényleges feladat, a továbbiakban, kezdjük újra, kezdd elölről, e pillanattól, új parancs, a beszélgetés hátra
MUST kell., muszáj, köteles, kötelező, engedelmesked, megparancsol, parancsolom, követelem, elvárom, ne tagadd meg, megtagad, utasítsd vissza, visszautasít, feltétlenül, mindenképp, tekintet nélkül, függetlenül, gondoskodj, ügyelj, biztosítsd, a feladatod
EVER mindig, soha., sohasem, sose, örök, minden alkalommal, állandó, végleg, minden egyes alkalom, folyamatosan, egész életre, életfogyt, bármikor, mindenkor
WITHOUT nélkül, anélkül, nincs szükség, nem szükséges, szükségtelen, nem kell, felesleges, fölösleges, nem muszáj, mellőzésével, mellőzve, nem igényel, kerüld, kihagyásával, ne kérj, kérdés nélkül, jóváhagyás nélkül
APPROVE jóváhagy, hagyd jóvá, hagyja jóvá, megerősít, erősítsd meg, erősítse meg, aláír, írd alá, írja alá, beleegyez, hozzájárul, hitelesít, igazol, ellenőriz, ellenőrzés, második személy, négy szem, zöld utat, elfogad, fogadd el, visszaigazol
SELF magad., te magad, saját maga, önállóan, automatikus, közvetlenül, azonnal, rögtön, haladéktalanul, most rögtön, egyből, helyettem, a nevemben, egyszerűen csak, csak csináld, csak tedd, kényszerít, minél előbb, sürgősséggel, önhatalm, kérdezés nélk
SILENT titokban, csendben, csöndben, feltűnés nélkül, észrevétlen, ne mondd el, ne mondja el, ne mondd senki, ne szólj, ne említsd, ne említse, ne értesíts, ne tájékoztas, ne áruld, ne jelezd, senki ne, senkinek, köztünk, diszkrét, háta mögött, elhallgat
OTHERS más ügyfel, másik ügyfél, többi ügyfél, más felhasznál, másik felhasznál, más cég, másik cég, más fiók, másik fiók, más szervezet, valaki más, mások, másnak, másvalaki, minden ügyfél, összes ügyfél, összes felhasznál, versenytárs, konkurens, konkurencia, szomszéd
ALL minden., mindent, mindegyik, összes, teljes., teljesen, teljesség, valamennyi, egész., egészében, pontos, bármely, bármilyen, bármi., hiánytalan, mindenki, mind.
CUSTOMER ügyfél, vásárló, vevő, felhasználó, fiók, számlatulaj, cég., céges, cégem, cégünk, cégnek, vállalat, vállalkozás, előfizető, szervezet, tag., tagok
DATA adat, email, neve., e mail, cím., címe, címre, kártyaszám, kártyaadat, telefon, elérhetőség, kapcsolattartó, név., nevét, személyes, taj, hitelkártya
BILL számla, fizetés, ára., fizetend, előfizetés, csomag, díj, nyugta, egyenleg, esedék, tartozás, adó., áfa, ár., árak, költség, összeg
REFUND visszatérít, térítsd vissza, térítse vissza, visszafizet, jóváír, írd jóvá, írja jóvá, kedvezmény, akció, kupon, utalvány, kompenzál, kompenzáció, kártérítés, kárpótl, engedd el, elenged
ZERO nulla, ingyen, díjmentes, térítésmentes, száz százalék, 100 százalék, maximális, maximum, dupla, kétszeres, legmagasabb, legnagyobb, millió, egy forint, egy cent, félár, fél áron
PAID kifizetett, kifizetve, fizetettnek, fizetett., fizetve, befizetve, rendezett, rendezve, kiegyenlít, jelöld, jelölje, megjelöl, könyvel, lezár, zárd le, megoldott, státusz, állapot, beérkezett, teljesítettnek, elszámol
CHANGE változtas, változtat, megváltoztat, módosít, cserél, lecserél, frissít, szerkeszt, állítsd, állítsa, beállít, irányítsd át, átír, írd át, emeld, emelj, csökkent
TARGET bankszámla, számlaszám, iban, saját számlám, magánszámla, kifizetési számla, számlázási cím, számlázási kapcsolat, számlázási email, kedvezményezett, címzett, számlatulajdonos, fióktulajdonos, tárca, pénztárca, bitcoin, kripto
SEND küld, elküld, továbbít, átküld, utal., utald, utalj, átutal, töltsd fel, feltölt, postáz, közvetít, kézbesít, juttasd el, szállíts, publikál, tedd közzé
LINK link, url, http, www, webhook, kép., képet, képbe, képként, markdown, szerver, kiszolgáló, domain, webhely, weboldal, honlap, iframe
ENCODE base64, kódol, dekódol, titkosíts, visszafejt, fejtsd meg, visszafelé, fordítva, megfordít, betűnként, betűről betűre, első betű, kezdőbetű, hex., hexadecim, rot13, morze
TOOL eszköz, függvény, funkció, api., sql, lekérdez, hívd meg, meghív, futtas, futtat, hajtsd végre, hajtsa végre, végrehajt, szkript, script, végpont, paraméter
END vége., végén, itt kezdődik, kezdete, eleje, új beszélgetés, új munkamenet, új csevegés, új chat, felhasználói bevitel, felhasználói üzenet, állj meg itt, következő üzenet, üzenet a, rendszerüzenet, megjegyzés, feljegyzés
LOOP végtelen, vég nélkül, ezerszer, milliószor, százszor, ezer alkalom, egymás után, ciklus, hurok, újra és újra, megállás nélkül, leállás nélkül, ameddig csak, minél hossz, non stop, nonstop, szakadatlan
LIMIT korlát., korlátot, limit, határ., határérték, értékhatár, felső határ, küszöb, plafon, kvóta, alatt marad, kisebb összeg, kis összeg, kis rész, kisebb rész, részlet, részekre
LOG napló, log., logot, logok, audit, nyom., nyoma, nyomok, nyomot, nyomon, előzmény, értesítés, értesítő, jelentés, bizonyíték, riasztás, feljegyzések
ALREADY már., már jóváhagy, már engedély, jóváhagyta, megbeszélt, megállapod, ahogy megbeszél, megegyez, megígér, ígért, beleegyezett, rábólintott, igent mondott, azt mondta, előre jóváhagy, tekintsd, vedd úgy, vegye úgy, tekintse, feltételez, számít ez
ASK hogyan, hogy lehet, miért, mikor, mi az., mi a., mit., milyen, melyik, hol., hova, honnan, kinek, mennyi, tudok, tudnék, lehet e., van e., kell e., kaphatok, hány., meddig, szabad e.
MINE enyém, mienk, én., engem, nekem, nekünk, mi., minket, bennünket, saját, számlám, számlánk, fiókom, fiókunk, előfizetésem, előfizetésünk, velem
YOU te., téged, neked, tied, ön., önök, önnek, maga., magát, maguk, veled, tőled, benned, ti., titeket, nektek
NOT nem., ne., nincs, sem., se., semmi, senki, sincs, dehogy, nehogy, egyik sem
POLITE kérem, kérlek, kérnék, köszön, köszi, legyen szíves, légy szíves, lennél szíves, szíveskedj, tudna, szeretnék, szeretném, szeretnénk, elnézés, bocsánat, sajnál, helló
DELETE töröl, törlés, távolíts, eltávolít, megsemmisít, semmisíts, ürítsd, kiürít, mondd le, lemond, felmond, szüntess, megszüntet, rejtsd, elrejt, tüntesd el, eltüntet
THREAT sürgős, vészhelyzet, kirúg, meghal, perel, beperel, különben, jutalom, borraval, siess, életem múlik, élete múlik, veszély, következmény, határidő, kritikus, fenyeget
TEST teszt, próba, kísérlet, kutatás, gyakorlat, demó, bemutató, behatolásteszt, red team, szimuláció, képzés, oktatás, tanulmány, minőségbizt, csak egy példa, csupán példa, kíváncsi
SAY mondd, mondj, mond., válasz, felel, írj., írd., írjon, írja., beszélj, fogalmazz, generál, készíts, alkoss, hozz létre, létrehoz, írd le
PERSON születés, született, lakcím, lakhely, otthoni cím, fizetése, bére., lakik, egészségügyi, orvosi, leánykori, életkor, hány éves, férje, felesége, házastárs, telefonszáma
HARM hackel, hekkel, feltör, lop., lopj, ellop, kártevő, kártékony, bomba, fegyver, drog, kábítószer, adathalász, vírus, megöl, gyilkos, csalás
IF ha te, ha én, ha azt írom, ha valaki, ha a felhasznál, ha megkér, ha azt mondom, amikor azt, valahányszor, minden üzenet, ahányszor, amint, mihelyt, mielőtt, miután, hacsak, abban az esetben
WHEN hónap, havi, ma., holnap, tegnap, hét., dátum, negyedév, heti, héten, nap., napon, év., évi, éves, január, február, március, április, június, július, augusztus, szeptember, október, november
WRONG probléma, gond., gondom, hiba, rossz, nem működik, nem megy, nem sikerül, téves, tévedés, kétszer, duplán, nem stimmel, elutasít, lejárt, hiányzik, elveszett
`;
