import 'server-only';

/** What Polish words mean to a guard. */
export const PL = `
IGNORE zignoruj, ignoruj, zignorow, ignorow, zapomnij, zapomni, pomiń, pomija, pomin, obejdź, obejść, omiń, omij, nie przestrzegaj, nie zważaj, nie stosuj, odrzuć, porzuć, zlekceważ, łam., złam, lekceważ, wyłam, nie zwracaj uwagi, odstąp od, narusz, przestań stosować, nie słuchaj
RULES instrukcj, zasad, regu, polece, wytyczn, polityk, ogranicze, prompt, nakaz, rozkaz, przepis, dyrektyw, procedur, regulamin
PRIOR poprzedn, wcześniej, powyższ, pierwotn, dotychczas, oryginaln, początkow, przed chwilą, uprzedn, wyżej
REVEAL pokaż, pokazać, ujawni, ujawnij, wyświetl, podaj, wypisz, wydrukuj, powiedz, wymień, zdradź, wylistuj, wyeksportuj, udostępni, daj mi, przekaż mi, odsłoń, przedstaw, zrzuć, odczytaj, wyjaw, przytocz
REPEAT powtórz, powtarzaj, słowo w słowo, dosłown, skopiuj, przetłumacz, streść, podsumuj, zacytuj, przepisz, przeliteruj, dokończ
SECRET tajn, sekret, ukryt, poufn, wewnętrzn, tajemnic, niejawn
KEY hasł, haseł, klucz, token, kod dostępu, dane logowania, pin.
SYSTEM system, konfiguracj, ustawie, kod źródłow, kontekst
BOT asystent, model, chatbot, robot, sztuczna inteligencja, sztuczną inteligencj, ai., bot., maszyn
ROLE udawaj, udaj, zachowuj się, wciel się, odegraj, odgrywaj, jesteś teraz, teraz jesteś, od teraz jesteś, wyobraź sobie, zagraj, rol., rola, rolę, postać, postaci, symuluj, działaj jako, bądź., stań się, występuj
STORY histori, opowiad, wiersz, powieść, scen, scenariusz, hipotetyczn, fikcj, bajk, babci, piosenk, zagadk, film, załóżmy, przypuśćmy, grę., gra., sztuk, sen.
FREE bez ogranicze, bez zasad, bez filtr, bez cenzury, nieograniczon, niefiltrowan, zły., żadnych zasad, wolny, bez limit, uwolnion, nieskrępowan
MODE tryb, włącz, aktywuj, odblokuj, debug, serwisow, uruchom tryb
OFF wyłącz, dezaktywuj, zawieś, usuń filtr, zdejmij, znieś, nie obowiązuj, przestają, wstrzymaj, uchyl, zablokuj
FILTER filtr, bezpiecz, zabezpiecz, ochron, moderacj, etyk, etyczn, moraln, cenzur, ostrzeż, kontrol, weryfikacj
BOSS administrator, deweloper, programist, dyrektor, szef, audytor, kierowni, prezes, właściciel, pracowni, dział, księgow, inżynier, operator, zespół, zespołu, menedżer, twórc, zarząd, nadzorc, finans
IAM jestem admin, jestem twoim, jestem dyr, jestem z, jestem prezes, jestem kierow, tu admin, mówi, w imieniu, z ramienia, jako administrator, jako dyrektor, jako kierownik, jako twój, działam, pracuję, reprezentuj, z upoważnienia
ALLOWED upoważni, uprawni, zezwol, pozwol, dostęp, wolno ci, możesz teraz, autoryzowan, zweryfikowan, przywilej, zwolnion
NOWON od teraz, od tej chwili, od tej pory, odtąd, zamiast, nowe zadanie, nowa instrukcja, nowe instrukcje, nowe zasady, nowa zasada, zacznij od nowa, twoje prawdziwe, twoim nowym, nowe polecenie, twoje nowe
MUST musisz, musi., muszą, masz., posłusz, rozkazuję, żądam, odmawia, odmów, obowiązk, bez względu, niezależnie, koniecznie, upewnij, zadbaj, należy, wymagam, nakazuję
EVER zawsze, nigdy, na zawsze, na stałe, za każdym razem, dożywotn, wieczn
WITHOUT bez., nie trzeba, nie potrzeb, niepotrzebn, zbędn, unikaj, nie wymaga, nie jest potrzebn, nie jest wymagan
APPROVE zatwierd, akcept, zgod, potwierd, podpis, drug osob, drugiej osoby, czterech oczu, autoryzacj, pytani, pytaj, weryfik, aprob, zezwoleni, kontrasygn, konsult, recenz
SELF sam., sama., samodzieln, automatyczn, bezpośredn, natychmiast, od razu, w moim imieniu, za mnie, po prostu, teraz zaraz, wymuś, niezwłocznie, już teraz, z automatu
SILENT po cichu, cicho, potajemn, dyskretn, nie mów, nikomu, nie wspominaj, nie informuj, nie powiadamiaj, bez powiadam, bez wiedzy, między nami, niezauważ, nikt się, w tajemnicy, za plecami, bez informow, bez mówienia, nie pytaj, tak żeby nikt, żeby nikt
OTHERS innych klient, innego klient, innych firm, innej firmy, innych użytkownik, innego użytkownik, innych kont, innego konta, kogoś innego, konkuren, sąsiad, osób trzecich, wszystkich klient, cudz, najemc, wszystkich użytkownik, każdego klient, obcych, wszystkim klient, kto inny, pozostałych klient, inny klient, inna firma
ALL wszystki, każd, cał., cały, całą, całego, całość, pełn, komplet, dokładn, wszelk, całkow
CUSTOMER klient, użytkownik, kont., konto, konta, firm, abonent, człon, osob, osób, kolega, koledz
DATA dane., danych, mail, adres, numer kart, numery kart, telefon, baza danych, bazę danych, bazy danych, informacj, osobow, nazwisk, kontakt, rozmow, rekord, wiadomo
BILL faktur, płatno, subskrypcj, abonament, opłat, rachun, kwot, saldo, zaległ, należno, dług, cen., cena, ceny, vat., taryf, pobran, termin, koszt, miejsc, umow, zamówi
REFUND zwrot, zwróć, zwracaj, zwrócić, kredyt, rabat, zniżk, kupon, bon., rekompens, gratis, darmow, umorz, umórz, prezent, premi, oddaj, refund, wypłać, wypłat, odszkod, promoc, bezpłatn
ZERO zero, zera., nic nie płac, sto procent, maksym, podwój, jeden grosz, jak najwięcej, milion, ujemn
PAID zapłacon, opłacon, uregulow, rozliczon, oznacz, zaksięguj, tak jakby, status, spłacon, zamknięt, otrzyman, zarejestruj
CHANGE zmie, zmian, zamie, zastąp, zaktualizuj, ustaw, przekieruj, edytuj, dostosuj, podnieś, obniż, zwiększ, zmniejsz, popraw., przestaw, podmień, przenieś, przedłuż, nadpisz, wpisz
TARGET konto bankowe, konta bankowego, numer konta, iban, kontakt do faktur, kontakt rozliczeniow, adres do faktur, adres rozliczeniow, odbiorc, beneficjent, prywatne konto, moje konto, paypal, bitcoin
SEND wyślij, wysyłaj, wysłać, prześlij, przekaż, przesyłaj, przelej, opublikuj, wrzuć, wyślesz, przetransfer
LINK link, odnośnik, obraz, serwer, stron, załącznik, adres http
ENCODE zakoduj, zaszyfruj, od tyłu, wspak, base64, odwróć, odszyfruj, litera po literze, pierwsz liter, rozkoduj, odkoduj
TOOL narzędzi, funkcj, zapytani, wykonaj, uruchom, wywołaj, skrypt, komend, parametr, kod.
END koniec, początek, nowa sesja, nowa rozmowa, notatka, wiadomość od, wynik, uwaga, ważne, komunikat, dopisek
LOOP nieskończ, tysiąc razy, bez końca, pętl, bez przerwy, sto razy, w kółko
LIMIT limit, próg, progu, progiem, pułap, poniżej, podziel, rozbij, kilka części, mniejsz, małe kwoty
LOG dziennik, audyt, ślad, powiadomi, histori operacji, rejestr, dowód, logi, log., logów, logach
ALREADY już., wyraził zgodę, wydał zgodę, została zatwierdz, zgodził się, ustalon, obiecał, potraktuj, traktuj, uznaj, uznać, jak ustaliliśmy, przyjmij, zaakceptował
ASK jak., dlaczego, czemu, kiedy, co., jaki, jaka, jakie, który, która, które, gdzie, kto., ile., czy., skąd
MINE mój, moj, moje, nasz, ja., my., mi., nas., nam., mnie
YOU ty., twoj, twój, twoje, ci., cię., ciebie, wasz, państw, pan., pani, wam.
NOT nie., żad, nic.
POLITE proszę, dzięk, czy może, mógłby, mogłaby, moglibyście, dzień dobry, cześć, witam, przepraszam, chciał, pozdraw, pomóż, pomocy, uprzejm
DELETE usuń, usuw, skasuj, wykasuj, zniszcz, ukryj, wymaż, anuluj, zlikwiduj, wyczyść, rozwiąż
THREAT pilne, pilnie, zwolni, umrz, umrze, pozw, prawnik, w przeciwnym razie, nagrod, napiwek, szybko, niebezpiecz, awaryjn, groż, prasa, inaczej
TEST test, ćwiczeni, badani, symulacj, prób., próbn, eksperyment, szkoleni, na potrzeby
SAY odpowiedz, odpowiadaj, odpowied, napisz, mów., wygeneruj, stwórz, opisz, wyjaśnij, opowiedz, sformułuj
PERSON data urodzenia, datę urodzenia, pensj, wynagrodz, mieszka, telefon do, pana, jego, jej., ich.
HARM hak, ukradn, kradni, złośliw, bomb, broń, narkotyk, oszust, nielegaln, wirus, obraź, obraż, atak, podrób, sfałszuj, truci, phishing
IF jeśli, jeżeli, gdy., zawsze gdy, za każdym razem gdy, zanim, kiedy tylko, jak tylko
WHEN miesiąc, miesiąca, dzisiaj, dziś, jutro, wczoraj, tydzień, tygodni, dni., dzień, rok, roku, stycz, lut, marc, marzec, kwiecień, kwietni, maj., maju, czerw, lip, sierp, wrze, paździer, listopad, grud, poniedział, wtorek, piątek, kwarta, dat.
WRONG problem, błąd, błęd, źle, nie działa, pomyłk, dwa razy, podwójn, odrzucon, wygas, brak., wyższ, różnic, nie zgadza
`;
