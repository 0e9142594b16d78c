import 'server-only';
import type { Words } from './ideas.ts';

/** Pieces of words in languages that are written without spaces, or with other letters: Russian, Polish, Turkish, Chinese, Japanese, Korean, Arabic, Hindi. */
export const FURTHER: Words = {
  show: 'покаж выведи повтори напиши перечисли раскрой дай pokaż wypisz powtórz podaj wyświetl göster yazdır tekrarla listele 显示 输出 打印 列出 重复 告诉 给我 表示 出力 教えて 見せて 一覧 보여 출력 알려 나열 اعرض اطبع اكتب كرر दिखा बता लिख सूची',
  ask: 'какие что_ jakie neler nedir 什么 何 무엇 ما_هي क्या',
  rules:
    'инструкц промпт правил instrukcj prompt reguł zasad talimat kural istem 指令 提示词 提示 规则 指示 プロンプト ルール 지시 프롬프트 규칙 تعليمات निर्देश',
  hidden:
    'систем секретн скрыт внутренн systemow tajn ukryt wewnętrzn sistem gizli 系统 隐藏 内部 システム 秘密 시스템 비밀 النظام السرية सिस्टम गुप्त',
  yours: 'твои твой ваши свои twoje swoje twój senin sizin 你的 您的 あなた 당신 الخاصة_بك अपन',
  verbatim:
    'дословно полностью dosłownie słowo_w_słowo w_całości kelimesi aynen 逐字 完整 全部 一字一句 全文 そのまま 그대로 전체 حرفيا पूरा',
  above: 'выше powyżej yukarıdaki 上面 以上 上の 上記 위의 أعلاه ऊपर',
  lines: 'все_ всё текст wszystko tekst metni 所有 全部 内容 文字 すべて 모든 كل सब',
  everyone: 'всех других wszystkich innych diğer bütün 所有 其他 全部 すべて 全て 他の 모든 다른 جميع كل सभी',
  people:
    'клиент пользовател klient użytkownik müşteri kullanıcı 客户 用户 顧客 客 ユーザー 고객 사용자 العملاء المستخدمين ग्राहक',
  address:
    'почт адрес e-mail mail adres posta eposta 邮箱 邮件 电子邮件 地址 メール アドレス 이메일 메일 البريد ईमेल',
  database:
    'базы_данных базе_данных bazy_danych veritaban 数据库 データベース 데이터베이스 قاعدة_البيانات डेटाबेस',
  refund: 'верни возврат возмест zwróć zwrot iade 退款 退还 返金 払い戻 환불 استرداد أعد रिफंड',
  money: 'деньги счет счёт pieniądze faktur fatura 钱 发票 账单 お金 請求 돈 청구서 المال فاتورة पैसे बिल',
  pressed:
    'немедленно сейчас срочно без_подтвержд natychmiast teraz bez_zgody hemen şimdi onaysız 立即 马上 现在 无需 今すぐ 確認なし 지금 즉시 فورا الآن तुरंत अभी',
  change:
    'измени смени поменяй отправляй zmień ustaw wysyłaj değiştir gönder 更改 修改 改为 更换 変更 바꿔 변경 غير बदल',
  invoices: 'счет счёт faktur rozlicz fatura 发票 账单 請求 청구 فواتير الفواتير बिल',
  contact: 'контакт адрес почт kontakt adres iletişim 联系 邮箱 連絡先 メール 연락처 이메일 البريد संपर्क',
  open: 'открой перейди otwórz wejdź ziyaret 打开 访问 開いて 열어 افتح खोल',
  picture: 'изображен картинк obraz resim görsel 图片 图像 画像 이미지 صورة तस्वीर',
  link: 'ссылк link bağlantı 链接 リンク 링크 رابط लिंक',
  endless:
    'бесконечно вечно без_остановки раз_ bez_końca wiecznie tysiąc sonsuza durmadan bin_kez 永远 无限 不停 永遠 ずっと 繰り返し続け 영원히 계속 إلى_الأبد हमेशा',
  repeat: 'повтор пиши powtarzaj mów pisz tekrarla 重复 说 繰り返 반복 كرر दोहरा',
};
