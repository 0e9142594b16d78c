import 'server-only';

/** What Finnish words mean to a guard. */
export const FI = `
IGNORE ohita, sivuuta, unohda, jätä huomiotta, jätä huomioimatta, älä välitä, älä noudata, älä tottele, kierrä, kiertää, hylkää, kumoa, hyppää yli, lakkaa noudattamasta, lopeta noudattaminen, välitä viis, pane syrjään, laita sivuun, riko, poikkea, mitätöi
RULES ohje, sääntö, säännö, määräy, rajoitu, rajoitteet, rajoite, käytäntö, käytännöt, linjau, kehot, prompt, direktiiv, periaat, vaatimu, käsky
PRIOR aiem, aikaisem, edellis, edellä, yllä., ylläolev, alkuperäi, edeltä, entis, tähänasti, tähän asti, tähän saakka, ennen tätä, vanhat, vanhoja, olemassa olev, nykyis
REVEAL näytä, paljasta, kerro, anna minulle, anna meille, anna mulle, tulosta, listaa, luettele, luovuta, jaa kanssa, jaa minulle, vie tiedot, vuoda, vuotaa, hae., hakea, lue ääneen, esitä, näyttää, dumppaa
REPEAT toista, sanasta sanaan, sanatarkasti, kopioi, lainaa, siteeraa, käännä, tiivistä, yhteenveto, muotoile uudelleen, kirjoita uudelleen, jatka, täydennä, tavaa, liitä tähän, jäljenn
SECRET salai, salas., salattu, piilote, luottamuksel, sisäinen, sisäis, kätket, ei julki, kulissien, salass, arkaluon
KEY salasan, tunnussan, tunnusluku, tunnusluvu, api avai, avain, avaime, token, kirjautum, kirjaudu, pin koodi, pin., pääsykoodi, käyttäjätunn, tunnukset, tunnuksia, istunto
SYSTEM järjestelm, systeemi, asetuks, asetus, konfiguraatio, määritys, kehittäjän viesti, lähdekood, konteksti, taustajärj, ydin., root., alustu, system, esiasetu, kokoonpan
BOT tekoäly, botti, bot., botin, avustaj, assistent, chatbot, chattibot, chatgpt, gpt, kielimall, llm, malli., mallin, robot, kone., koneäly
ROLE esitä olevasi, teeskentele, leiki, näyttele, toimi kuin, käyttäydy, olet nyt, sinä olet nyt, kuvittele olevasi, rooli, hahmo, persoona, simuloi, ole minun, muutu, jäljittele, matki
STORY tarina, tarino, satu., sadun, iltasatu, satuja, novelli, romaani, runo, kohtaus, elokuva, peli., pelissä, hypoteett, kuvitteel, fiktio, skenaario
FREE rajoittamat, rajaton, rajattom, suodattamat, sensuroimat, ilman sääntö, ei sääntö, ei mitään sääntö, ilman rajo, ei rajo, ilman suodat, vapaa., vapaasti, vapautet, kahleet, jailb, dan., paha., epäeetti, moraaliton, hillitön
MODE tila., tilaan, tilassa, kehittäjätila, moodi, aktivoi, kytke päälle, laita päälle, ota käyttöön, avaa lukit, debug, vianetsin, vianmääri, huoltotila, ylläpito, hiekkalaatik, sudo
OFF poista käytöstä, poista päältä, kytke pois, ota pois, laita pois, sammuta, sulje pois, deaktivoi, keskeytä, ei enää, eivät enää, ei ole voimassa, eivät ole voimassa, eivät koske, ei päde, eivät päde, höllennä
FILTER suodat, filtter, turvallisu, turva., suojau, turvatoim, moderoin, etiikk, eetti, moraali, sensuuri, varoitu, varotoim, tarkistukset, valvonta, palomuur, tietosuoj
BOSS admin, ylläpitäj, pääkäyttäj, kehittäj, toimitusjohta, johtaja, pomo, päällik, esimie, esihenkil, tilintarkast, omistaj, henkilökun, insinööri, operaattori, luoja, tukitiimi, talousosasto, talouspäällik, talousjohtaj, kirjanpit
IAM olen ylläpitäjä, olen järjestelmän, olen sinun, olen teidän, olen toimitus, olen yrityksen, olen kehittäjä, olen pääkäyttäjä, minä olen, mä oon, tässä on, täällä on, täällä puhuu, ylläpitäjänä, johtajana, pomonasi, edustan, puolesta., työskentelen, olen töissä, olemme tiimi
ALLOWED valtuu, lupa., luvan, luvalla, sallittu, sallitaan, oikeutet, oikeudet, oikeus., käyttöoike, pääsy, täysi pääsy, täydet oikeu, saat nyt, sinulla on lupa, vahvistettu henkil, vapautettu
NOWON tästä lähtien, tästä eteenpäin, tästä hetkestä, nyt lähtien, jatkossa, sen sijaan, sensijaan, uusi tehtävä, uusi ohje, uudet ohjeet, uudet säännöt, uusi sääntö, seuraava tehtävä, oikea tehtäväsi, todellinen tehtävä, varsinainen tehtäv, vastedes, aloita alusta, alkaen nyt, loppukeskustelu, uusi käsky
MUST täytyy, pitää., sinun pitää, on pakko, pakko, tottele, totella, käsken, vaadin, vaaditaan, kieltäydy, kieltäyty, velvollinen, velvollisu, pakolli, varmista että, huolehdi, riippumatta, huolimatta, tehtäväsi on, sinun on
EVER aina., ikuise, ei koskaan, älä koskaan, koskaan, pysyvä, joka kerta, jatkuvasti, kaiken aikaa, koko ajan, loppuelämä, elinikäi, ainiaaks, milloinkaan
WITHOUT ilman., ilman että, ei tarvi, tarpeeton, turha., turhaa, ei tarvetta, ei vaadita, ei edellytä, vältä, kysymättä, vahvistamatta, hyväksymättä, tarkistamatta, varmistamatta, sinun ei tarvitse, jätä väliin
APPROVE hyväksy, vahvista, vahvistu, allekirjoit, kuittaa, suostumu, varmennu, varmenna, varmistu, tarkista, tarkistu, toinen henkilö, toisen henkilö, neljän silmän, vihreä valo, vihreää valoa, puolla, kaksoistarkist, kysy ensin, todenna, todennu
SELF itse., itsekseen, automaattise, suoraan, heti., välittömästi, saman tien, samantien, nyt heti, puolestani, puolestamme, nimissäni, omin päin, omatoimi, tee vain, pakota, viipymättä, oma aloittei, ilman muuta, ei kysymyksiä, itsenäise
SILENT hiljaa, hiljais, salaa., salassa, vaivihkaa, älä kerro, älä mainitse, älä ilmoita, älä sano, älä puhu, älä paljasta, älä kysy, kukaan ei saa, kenenkään ei tarvitse, kenellekään, meidän kesken, kahden kesken, huomaamat, selän takana, hienovarai, diskreet
OTHERS muiden asiakk, muut asiakk, muita asiakk, toisen asiakk, toinen asiakas, toisten asiakk, muiden käyttäj, toisen käyttäj, muut käyttäj, muiden yrit, toisen yrit, toinen yritys, muiden tili, toisen tili, jonkun toisen, jonkun muun, kaikkien asiakk, kaikki asiakk, kaikkien käyttäj, jokaisen asiakk, kilpailij
ALL kaikk, jokai, joka ikinen, koko., täydelli, kokonai, kokonaan, täysi., täydet, tarkka., tarkasti, tarkan, mikä tahansa, mitä tahansa, kaiken, täsmälli
CUSTOMER asiakas, asiakk, käyttäj, tili., tilin, tilit, tilille, tilillä, yrity, yhtiö, firma, tilaaj, organisaatio, jäsen, työntekij, kollega, työkaveri
DATA sähköposti, osoite, osoitte, meili, maili, kortin numero, korttinumero, korttitied, tiedot, tietoj, tietokan, puhelin, yhteystie, henkilötie, nimi., nimet, henkilötunn
BILL lasku., laskun, laskut, laskuj, maksu., maksun, maksut, maksuj, tilaus, tilauks, sopimus, kuitti, kuiti, saldo, eräpäiv, alv, arvonlisäv
REFUND hyvity, hyvitä, palautu, rahat takaisin, rahani takaisin, maksa takaisin, takaisinmaksu, alennu, alekood, kuponki, korvau, kompensaatio, bonus, anna anteeksi, luottoa, saldohyvity, ilmainen kuukausi
ZERO nolla, ilmai, veloitukset, maksuto, maksutto, sata prosenttia, 100 prosent, maksimi, enintään, enimmäis, suurin, korkein, tupla, kaksinkertai, miljoon, yksi sentti, yhden sentin
PAID maksettu, maksetuks, maksetuiks, kuitattu, kuitatuks, suoritettu, suoritetuks, merkkaa, merkits, kirjaa, kirjattu, suljettu, suljetuks, ratkaistu, status, tila maksettu, hoidetuks, hoidettu, saapunut maksu, täsmäyt
CHANGE muutos, muutt, vaihda, vaihtaa, muuta., vaihto, korvaa, päivitä, päivity, muokkaa, aseta, asett, ohjaa, uudelleenohj, ylikirjoit, säädä, nosta
TARGET pankkitil, tilinumero, iban, tililleni, omalle tili, minun tili, laskutusosoit, laskutussähkö, laskutusyhteys, laskun osoite, maksutili, saaja, vastaanottaj, edunsaaj, tilinomist, tilin omist, mobilepay
SEND lähetä, lähett, lähetys, välitä, toimita, postita, siirto., lataa palvelim, lataa ylös, uppaa, julkaise, meilaa, tekstaa, edelleenlähet, siirrä tiedot, cc., bcc.
LINK linkki, linki, url, http, www, webhook, kuva., kuvan, kuvaan, markdown, palvelin, palvelim, verkkotunnu, domain, verkkosivu, nettisivu, sivusto
ENCODE base64, koodaa, koodat, koodau, dekoodaa, pura koodaus, salaa teksti, salakirjoitu, salakiel, takaperin, käänteise, väärinpäin, kirjain kirjaimelta, kirjain kerrallaan, ensimmäiset kirjaimet, alkukirjai, hex.
TOOL työkalu, funktio, rajapin, api., sql, kysely., kutsu., kutsua, suorita, aja komento, aja., komento, komennon, skripti, parametri, pääte., terminaal
END loppu., päättyy, alkaa tästä, alku., uusi keskustelu, uusi istunto, uusi chat, käyttäjän syöte, lopeta tähän, seuraava viesti, viesti järjestel, järjestelmäviest, huomautu, huomio, huom., muistio, ps.
LOOP ääretön, äärettöm, loputtom, loputon, tuhat kertaa, miljoona kertaa, sata kertaa, kertaa peräkkäin, silmuk, looppi, yhä uudelleen, uudestaan ja uudestaan, lopettamatta, tauotta, pysähtymättä, niin pitkään kuin, mahdollisimman pitkä
LIMIT raja., rajan, rajaa, rajoj, rajat., raja arvo, kynny, katto., katon, enimmäismäär, alle rajan, kiintiö, pienempi, pieniin, pienissä, pienemmissä, osiin
LOG loki., lokin, lokit, lokeja, lokiin, kirjausket, auditoin, tarkastuslok, jälki., jälkiä, jäljet, jäljitys, historia, ilmoitu, raportti, raportoi, todiste
ALREADY jo., on jo, hyväksytty, on hyväksytty, hyväksyi, sovittu, kuten sovi, sovittiin, sovimme, lupasi, luvattu, lupaili, sanoi kyllä, antoi luvan, ennakkohyv, ennalta hyväk, annettu lupa, pidä tätä, tulkitse, katso tämä, oleta
ASK miten, kuinka, miksi, milloin, koska., mikä., mitä., mitkä, missä, mistä, mihin, kuka., kenen, voinko, voimmeko, saanko, onko, paljonko, pitääkö, tarvitseeko, voiko, olenko, mites
MINE minun., minu., minulla, minua, minut, mun., mulla, mulle, mä., meidän, meillä, meille, meitä, omani, minä., me., minulle
YOU sinä., sinun, sinulla, sinulle, sinua, sinut, sä., sun., sulla, te., teidän, teillä, teille, teitä, sinulta
NOT ei., en., emme, eivät, älä., älkää, et., ette, eikä, enkä, etkä, ei ole, en ole
POLITE kiit, ole hyvä, olkaa hyvä, ystävällis, voisitko, voisitteko, voitko, voitteko, haluaisin, haluaisimme, anteeksi, pahoittel, hei., moi., moikka, terve., huomenta
DELETE poista, poisto, pyyhi, hävitä, tuhoa, tyhjennä, peruuta, peruutu, peru., irtisano, piilota, kätke, siivoa, hankkiudu eroon, mitätöinti, eliminoi, deletoi
THREAT kiire, hätä, haastan, potku, erotetaan, irtisanotaan, kuole, oikeuteen, tai muuten, palkkio, tippiä, vaarassa, seurauks, määräaika, kriittinen, uhka, asianaj
TEST testi, testaa, testat, kokeilu, kokeile, koe., tutkimu, harjoitu, harjoitel, demo., demon, simulaatio, koulutu, laadunvarm, vain esimerkki, pelkkä esimerkki, opiskel
SAY sano., sanoa, vastaa., vastata, vastau, kirjoita, kirjoitt, puhu., puhua, muotoile, luo., luoda, laadi, tuota, generoi, kuvaile, selitä
PERSON syntymä, kotiosoit, palkka, palkan, asuu., asuvat, terveystied, sairau, ikä., hänen, hän., hänel, heidän, herra, rouva, aviomie, vaimo
HARM hakkeroi, hakkeri, varasta, haittaohjel, pommi, ase., aseen, huume, kalastel, tietojenkalast, virus, tappa, petos, petok, huijau, huijaa, laiton
IF jos sinä, jos sinul, jos minä, jos kirjoitan, jos joku, jos sanon, jos käyttäjä, aina kun, kun sanon, kun kirjoitan, heti kun, niin pian kuin, joka viesti, jokaisen viesti, ennen kuin, sen jälkeen kun, mikäli
WHEN kuukau, kuussa, tänään, huomenna, eilen, viikko, päivämäärä, viikon, päivä., vuosi, vuode, vuotta, tammiku, helmiku, maaliskuu, huhtiku, toukoku, kesäku, heinäku, eloku, syysku, lokaku, marrasku, jouluku, maanantai
WRONG ongelma, virhe, väärin, väärä, ei toimi, ei onnistu, rikki, epäonnist, vahingossa, kahdesti, kahteen kertaan, tuplaveloit, ei täsmää, ei pidä paikkaansa, hylätty, vanhentu, puuttu
`;
