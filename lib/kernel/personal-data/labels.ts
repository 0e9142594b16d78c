import 'server-only';

/** What the word before a number says about it. */
export type Label = 'phone' | 'card' | 'person' | 'order' | 'money' | 'secret' | 'digest';

/**
 * Words as they begin, lower case, in the languages of the customers; a word belongs to the longest entry it starts
 * with. An entry that ends in `.` is the whole word.
 */
export const LABEL_WORDS = {
  phone: `phone telephone tel. telefon telefoon teléfon télé tél. telepon phon. ph. mobile mobil móvil movil mobiel cell. cellphon cellul celular cel.
    fax text. texting sms. whatsapp call. calling called ring. dial reach contact. kontakt. answering landline hotline voicemail callback pager handy. handynummer rückruf office. büro. bureau.
    anruf anrufen rufnummer erreich festnetz durchwahl portable. appel joindre joign llam ligar ligue telemóv telemov chiam bel. bellen gsm.
    komór komor zadzwo dzwo puhelin puh. soita matkapuh volat volej zavol hív hívj sunați cep. arayın ara. тел. телефон моб. мобил
    звон позвон зателеф τηλ τηλέφ κινητ هاتف جوال اتصل موبايل תלפון טלפון נייד फ़ोन फोन मोबाइल gọi thoại hubungi hp.`,
  card: `card. cards. creditcard debitcard cardnumber ccnumber cc. visa. mastercard mc. amex. maestro. discover. diners. jcb. unionpay. pan.
    karte kreditkart carte. cartes. tarjeta cartão cartao carta. kaart creditkaart karta. kartę karty kartą kart. kartı kartım kort. kortet
    kortnummer kreditkort kortti luottokortti kártya bankkártya карта карты карту картой карте κάρτα بطاقة כרטיס कार्ड thẻ kartu`,
  person: `ssn. social. itin. nino. nhs. tin. taxpayer steuer steueridentifikation identifikationsnummer sozialversicher rentenvers nir.
    insee. sécu sécurité dni. nie. nif. codice. fiscale. bsn. burgerservice sofinummer rijksregister national. nationaal
    registre pesel. personnummer samordningsnummer henkilötunnus hetu. fødselsnummer cpr. rodné rodne rč. cnp. egn. егн. oib. amka. αμκα αφμ ahv. avs.
    svnr. pps. ppsn. isikukood asmens kimlik tc. tckn. cpf. sin. aadhaar passport identity identité identidad citizen`,
  order: `order orders. bill. bills. vat. ust. tva. umsatzsteuer invoice inv. reference ref. refs. po. ticket case. booking reservation tracking shipment shipping parcel package confirmation
    transaction txn. tx. sku. product item. part. serial model. customer account acct. suite apt. apartment unit. room floor building box. postcode zip. contract policy quote receipt rma. batch lot. ean. gtin. isbn.
    upc. asin. article artikel code. codes. coupon voucher subscription licence license estimate delivery request job. task. issue. project
    bestell auftrag rechnung kunden vertrag vorgang sendung buchung lieferung commande facture référence dossier client colis contrat pedido
    factura fatura encomenda referencia referência cliente ordine fattura riferimento spedizione bestelling factuur klant zamówieni zamowieni
    faktur faktura beställning ordre ordrenr tilaus lasku objedn objednáv rendelés számla comand comandă sipariş siparis fatura заказ счет счёт
    накладн договор замовлення рахунок παραγγελ τιμολόγ طلب فاتورة הזמנה חשבונית ऑर्डर चालान pesanan faktur đơn hóa`,
  money: `total amount sum. price cost costs. fee. paid pay. balance usd. eur. gbp. chf. jpy. pln. sek. nok. dkk. betrag summe preis montant prix
    importe precio valor importo prezzo bedrag kwota cena belopp сумма ціна quantity qty. seats. units. tokens. bytes`,
  secret: `password passwd passphrase passcode passwort kennwort pwd. pw. pass. secret secrets. apikey accesskey secretkey privatekey authtoken
    accesstoken token. credential credentials. bearer. basic. auth. authorization key. keys. motdepasse passe. contraseña contrasena clave. chave. schlüssel clé. senha. wachtwoord hasło haslo
    lösenord losenord adgangskode passord salasana heslo jelszó parola şifre sifre пароль пароля ключ токен κωδικός سر סיסמה पासवर्ड sandi khẩu`,
  digest: `commit sha. sha1. sha256. sha512. sha384. md5. hash hashes. checksum digest etag. integrity build builds. version revision rev. uuid. guid. trace
    span. session image. img. color colour fingerprint deployment release artifact blob. layer nonce. object objectid request correlation public.
    primary foreign idempotency cache partition component snapshot device`,
} as const satisfies Record<Label, string>; // prettier-ignore

/** Parts that decide in scripts written without spaces. */
export const LABEL_PARTS = [
  ['电话', 'phone'], ['電話', 'phone'], ['手机', 'phone'], ['手機', 'phone'], ['携帯', 'phone'], ['연락처', 'phone'], ['전화', 'phone'], ['휴대폰', 'phone'], ['โทร', 'phone'],
  ['卡号', 'card'], ['卡號', 'card'], ['信用卡', 'card'], ['カード', 'card'], ['카드', 'card'], ['บัตร', 'card'],
  ['身份证', 'person'], ['身分證', 'person'], ['マイナンバー', 'person'], ['주민', 'person'],
  ['订单', 'order'], ['訂單', 'order'], ['发票', 'order'], ['發票', 'order'], ['注文', 'order'], ['請求', 'order'], ['주문', 'order'], ['송장', 'order'], ['청구', 'order'], ['คำสั่งซื้อ', 'order'],
  ['密码', 'secret'], ['密碼', 'secret'], ['密钥', 'secret'], ['パスワード', 'secret'], ['비밀번호', 'secret'], ['รหัสผ่าน', 'secret'],
] as const satisfies readonly (readonly [string, Label])[]; // prettier-ignore

/** Words that may stand between a label and what it labels. */
export const GLUE_WORDS = `id ids idnr s number numbers no nr num nº n no. nummer numéro numero número numer номер nro is was are are: my the a new this ist lautet
  die der das meine mein est le la mon ma es el mi é o a meu il mio è het de mijn jest to mój är mitt on це мой это value equals of value string here name address line current old numarası numaram είναι αριθμός رقم הוא מספר नंबर है số là nomor
  adalah adı su di von following`; // prettier-ignore

/** "My number is" means a telephone; any other owner or kind of number is named before it. */
export const NUMBER_WORDS = `number nummer numéro numero número numer номер numaram`;
export const OWNER_WORDS = `my your his her our their mein meine mon ma votre mi su mijn mój min mitt мой`;

/** What follows is the matter, and no longer what the word before names. */
export const TURNING_WORDS = `about regarding concerning re wegen bezüglich zu concernant sobre riguardo over dotyczy angående`;
/** "… is my SSN": a name may follow its value. */
export const VERB_WORDS = `is was ist war est es è to är er on`;

/** Words right after a number that make it a telephone number, as in an address block. */
export const PHONE_WORDS_AFTER = `office fax mobile mobil cell home work tel phone direct landline büro privat bureau domicile casa trabajo`;
