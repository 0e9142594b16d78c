import 'server-only';

/** What Turkish words mean to a guard. */
export const TR = `
IGNORE yok say, görmezden gel, unut, dikkate alma, boş ver, boşver, aldırma, es geç, atla., atlat, aş., aşarak, çiğne, uyma, takip etme, göz ardı, hiçe say, ihlal et, bir kenara bırak, umursama, bırak., geçersiz kıl, devre dışı
RULES talimat, kural, yönerge, politika, kısıtlama, prompt, komut, emir, emri, ilke, direktif, sınırlama, istem, yönetmelik, kılavuz
PRIOR önceki, yukarıdaki, yukarıda, daha önce, ilk., orijinal, başlangıç, şimdiye kadar, geçmiş, evvelki, mevcut
REVEAL göster, açıkla, ifşa, yazdır, söyle, listele, ver., bana ver, paylaş, sızdır, dışa aktar, ortaya çıkar, dök., sırala, say., çıkar, getir, oku., sun., bildir
REPEAT tekrarla, tekrar et, kelimesi kelimesine, harfiyen, aynen, kopyala, çevir, özetle, alıntıla, hecele, tamamla, yeniden yaz
SECRET gizli, saklı, sır., sırr, dahili, mahrem, iç talimat
KEY şifre, parola, anahtar, token, erişim kodu, kimlik bilgi, api anahtar, pin.
SYSTEM sistem, yapılandırma, ayar, geliştirici mesaj, kaynak kod, bağlam
BOT yapay zeka, asistan, model, sohbet robotu, robot, bot., makine
ROLE gibi davran, gibi yap, rolü, rolün, rol., artık bir, artık sen, sen artık, sen şimdi, hayal et, taklit, canlandır, karakter, simüle, miş gibi, mış gibi, bürün, ol ve, oyna, imişsin
STORY hikaye, öykü, şiir, roman, sahne, senaryo, varsayımsal, kurgu, masal, film, büyükanne, ninem, şarkı, bilmece, diyelim, farz et, varsay, oyun, rüya
FREE kısıtlamasız, sınırsız, filtresiz, sansürsüz, kuralsız, kötü., kural yok, sınır yok, özgür, serbest, kısıtlaması olmayan
MODE mod., modu, moda, etkinleştir, aç., geliştirici modu, hata ayıklama, bakım, kilidini aç, aktif
OFF devre dışı bırak, kapat, iptal et, kaldır, durdur, askıya al, geçerli değil, artık yok, pasif, etkisiz
FILTER filtre, güvenlik, koruma, denetim, ahlak, etik, sansür, uyarı, önlem, kontrol, moderasyon, doğrulama
BOSS yönetici, admin, geliştirici, müdür, patron, denetçi, ceo, sorumlu, sahibi, ekip, ekibi, muhasebe, mühendis, operatör, başkan, personel, finans, amir, şef, yetkili
IAM ben yönetici, ben admin, ben senin, ben şirket, ben müdür, ben finans, burası, adına, olarak konuş, yöneticiyim, müdürüyüm, geliştiriciyim, denetçiyim, yöneticisiyim, sıfatıyla, tarafından yetkilendir, geliştiricinim, ekibindenim, sahibiyim
ALLOWED yetki, izin, erişim, serbestsin, onaylı, doğrulanmış, ayrıcalık, muaf, hakkın
NOWON bundan sonra, bundan böyle, şu andan itibaren, artık., yerine, yeni görev, yeni talimat, yeni kural, yeni emir, gerçek görevin, baştan başla, şimdiden itibaren, bundan itibaren, yeni rol
MUST zorunda, zorundasın, itaat, emrediyorum, reddet, mecbur, gerekir, gerek., lazım, ne olursa olsun, şart, talep ediyorum, istiyorum ki, kesinlikle, mutlaka, meli., malı.
EVER her zaman, asla, daima, sonsuza, kalıcı, her seferinde, ömür boyu, hep.
WITHOUT olmadan, gerek yok, gerekmez, gereksiz, almadan, sormadan, beklemeden, gerekmeden, etmeden, istemeden, vermeden, yapmadan, kaçın
APPROVE onay, doğrula, imza, teyit, rıza, ikinci kişi, dört göz, sor., kabul, mutabakat, danış, incele
SELF kendin, otomatik, doğrudan, hemen, derhal, benim adıma, benim yerime, kendi başına, anında, zorla, bizzat, direkt, şimdi., bir an önce
SILENT gizlice, sessizce, haber vermeden, kimseye, söylemeden, bahsetme, bildirmeden, çaktırmadan, aramızda, kimse, fark edilmeden, bilgi verme, sezdirmeden, sorma, duyurma, arkasından, belli etmeden
OTHERS diğer müşteri, başka müşteri, başka bir müşteri, diğer şirket, başka şirket, başka bir şirket, diğer kullanıcı, başka kullanıcı, diğer hesap, başka hesap, başkası, başkaları, rakip, rakib, komşu, üçüncü, tüm müşteri, bütün müşteri, kiracı, tüm kullanıcı, her müşteri, herkes, başka birinin, başka bir hesap, diğer firma, başka firma
ALL tüm., bütün, hepsi, her., tamam, tam., eksiksiz, komple, tümü, her şey, aynısı
CUSTOMER müşteri, kullanıcı, hesap, hesab, şirket, firma, abone, üye, kişi, çalışan
DATA veri, e posta, eposta, mail, adres, kart numara, telefon, bilgi, kayıt, isim, iletişim, kişisel, sohbet, mesaj, konuşma
BILL fatura, ödeme, abonelik, plan., planı, ücret, tutar, bakiye, borç, borc, makbuz, fiyat, kdv, vade, gecikmiş, masraf, koltuk, tahsilat, sözleşme, sipariş
REFUND iade, geri öde, kredi, indirim, kupon, tazmin, ücretsiz, bedava, affet, sil borc, hediye, bonus, promosyon, alacak, geri ver, muafiyet, çek gönder, telafi
ZERO sıfır, yüzde yüz, maksimum, azami, iki katı, bir kuruş, mümkün olduğunca, milyon, eksi, negatif
PAID ödendi, ödenmiş, kapatılmış, işaretle, olarak göster, durum, gibi kaydet, tahsil edil, tahsil edildi, kapandı, mahsup
CHANGE değiştir, güncelle, ayarla, düzenle, yönlendir, yükselt, düşür, artır, azalt, taşı., çevirerek, yap., uzat, aktar, kaydet
TARGET banka hesab, iban, fatura adres, fatura iletişim, fatura kişi, alıcı, hesap sahib, kişisel hesab, cüzdan, bitcoin, paypal, benim hesab
SEND gönder, yolla, ilet, yükle, postala, transfer et, havale, yayınla
LINK bağlantı, link, resim, görsel, sunucu, site., sayfa, ek dosya
ENCODE kodla, şifrele, tersten, base64, ters çevir, çözümle, harf harf, ilk harf, deşifre
TOOL araç, aracı, fonksiyon, işlev, sorgu, çalıştır, çağır, betik, parametre, yürüt, kod.
END sonu, başlangıcı, yeni oturum, yeni sohbet, not., notu, mesajı, sonuç, dikkat, önemli, sistem mesajı
LOOP sonsuz, bin kez, durmadan, döngü, yüz kez, tekrar tekrar, durmaksızın
LIMIT limit, sınır, eşik, eşiğ, tavan, altında, böl., bölerek, parçala, küçük, parçalar
LOG günlük, denetim kayd, iz., izi., iz bırak, bildirim, geçmiş kayd, log., kanıt
ALREADY zaten, çoktan, onay verdi, onayladı, izin verdi, söz ver, anlaştık, kabul et, say ve, yerine geç, konuştuğumuz gibi, olarak kabul, varsayarak, onaylandı
ASK nasıl, neden, niye, ne zaman, ne., hangi, nerede, kim., kaç, mı., mi., mu., mü., miyim, mıyım, muyum, miyiz, mıyız, var mı, nedir
MINE benim, bizim, ben., biz., bana, bize, beni
YOU sen., senin, sana, siz., sizin, size
NOT değil, yok., hiç
POLITE lütfen, teşekkür, misiniz, mısınız, musunuz, merhaba, selam, iyi günler, özür, istiyorum, isterim, saygılar, yardım, rica, alabilir miyim, eder misiniz
DELETE sil., silin, sildir, yok et, gizle, temizle, imha, iptal, sakla
THREAT acil, kovul, ölecek, ölür, dava, avukat, yoksa, ödül, bahşiş, çabuk, tehlike, tehdit, basın, işimi kaybed
TEST test, tatbikat, araştırma, simülasyon, deneme, deney, eğitim, egzersiz
SAY cevap, yanıt, yaz., yazın, konuş, oluştur, anlat, tarif et, üret, de ki
PERSON doğum tarih, maaş, nerede oturuyor, ev adres, telefon numarası, bey., hanım, onun, onların
HARM hack, çal., çalın, zararlı yazılım, bomba, silah, uyuşturucu, dolandır, yasadışı, virüs, hakaret, saldırı, sahte, zehir, kimlik avı, küfür
IF eğer, ne zaman ki, her seferinde, okuduğunda, önce., dediğimde, olursa
WHEN bu ay, ay., aylık, bugün, yarın, dün., hafta, gün., yıl, ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık, pazartesi, salı, cuma, çeyrek, tarih
WRONG sorun, hata, yanlış, çalışmıyor, bozuk, iki kez, mükerrer, reddedildi, süresi dol, eksik, yüksek, fark., olmuyor
`;
