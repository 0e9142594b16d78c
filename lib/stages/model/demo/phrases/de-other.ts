import 'server-only';
import type { EN_OTHER } from './en-other.ts';

/** German sentences about lines, plans, usage, and everyday talk. */
export const DE_OTHER: Record<keyof typeof EN_OTHER, string> = {
  'word.invoice': 'Rechnung',
  'away.today': 'heute',
  'away.tomorrow': 'morgen',
  'away.yesterday': 'gestern',
  'away.in': 'in {n} Tagen',
  'away.ago': 'vor {n} Tagen',
  'line.one': 'Das ist **{what}** auf {invoice} vom {day}: **{amount}**.',
  'line.latest': '**{what}** steht auf {invoice} vom {day}: **{amount}**.',
  'line.price': 'Das sind {quantity} × {price}.',
  'line.period': 'Der Posten gilt für {from} bis {to}.',
  'line.reason': 'Warum er da ist: {reason}.',
  'line.more': 'Dasselbe steht auch auf anderen Rechnungen:',
  'line.also': 'Außerdem passt:',
  'line.on': '{what} auf {invoice}: {amount}',
  'line.duplicate': 'Achtung: Ein anderer Posten derselben Rechnung berechnet das noch einmal.',
  'line.none': 'Das finde ich auf keinem Posten Ihrer Rechnungen und auch nicht als Zahlung.',
  'line.none_text': 'Einen Posten mit diesen Wörtern finde ich auf Ihren Rechnungen nicht.',
  'line.is_total': 'Das ist der Gesamtbetrag von {invoice} vom {day}: **{total}**.',
  'line.is_payment': 'Das ist Ihre Zahlung von **{amount}** für {invoice}, begonnen am {day}: {status}.',
  'duplicate.none': 'Nein, ich habe Ihre Rechnungen durchgesehen, und nichts ist doppelt berechnet.',
  'duplicate.some': 'Ja, das ist doppelt berechnet:',
  'duplicate.line': '**{what}** auf {invoice} vom {day}: {amount} einmal zu viel',
  'duplicate.period': ' (für {from} bis {to})',
  'duplicate.help':
    'Möchten Sie es zurück? Sagen Sie „erstatten Sie das Doppelte“: Ich bereite es vor, und es geschieht erst, wenn Sie es freigeben. Unter {support} hilft Ihnen jemand.',
  'overcharge.intro': 'Ich habe Ihre neueste Rechnung auf Auffälliges geprüft.',
  'overcharge.help':
    'Wenn ein Posten für Sie nicht stimmt, nennen Sie mir den Betrag und ich erkläre ihn, oder schreiben Sie an {support}.',
  'plan.name': 'Sie haben den Tarif **{name}**, aktiv seit {day}.',
  'plan.name_other': 'Ihr Tarif **{name}** ist {status}.',
  'plan.price': 'Er kostet **{price}** pro Monat.',
  'plan.seat_price': 'Jeder weitere Platz kostet **{price}** pro Monat.',
  'plan.no_price': 'Preise sieht der Inhaber Ihres Kontos.',
  'plan.includes': 'Enthalten sind {included} Plätze, {used} davon sind belegt. Außerdem enthalten:',
  'plan.includes_bare': 'Enthalten sind {included} Plätze, belegt sind {used}.',
  'plan.addons': 'Zusatzoptionen: {list}.',
  'plan.renews': 'Er verlängert sich am **{day}** ({away}).',
  'plan.status_paused': 'pausiert',
  'plan.status_cancelled': 'gekündigt',
  'plan.since': 'Er läuft seit dem {day}.',
  'renewal.when': 'Ihr Tarif **{name}** verlängert sich am **{day}** ({away}).',
  'history.intro': 'Die letzten Änderungen an Ihrem Tarif:',
  'history.line': '{day}: {what} (durch {by})',
  'history.none': 'An Ihrem Tarif hat sich bisher nichts geändert.',
  'seats.count': 'Sie nutzen **{used} Plätze**; Ihr Tarif enthält {included}.',
  'seats.latest': 'Der neueste, {label}, wurde am **{day}** von {by} hinzugefügt.',
  'seats.who': 'Wer sie hinzugefügt hat:',
  'seats.line': '{label}: hinzugefügt am {day} von {by}',
  'seats.more': '… und mehr auf Ihrer [Tarifseite](/plan).',
  'addons.none': 'Sie haben keine Zusatzoptionen.',
  'addons.some': 'Ihre Zusatzoptionen:',
  'addons.line': '**{name}**, hinzugefügt am {day}',
  'addons.line_price': '**{name}**: {price} pro Monat, hinzugefügt am {day}',
  'proration.none': 'Auf {invoice} steht kein anteiliger Posten.',
  'proration.some':
    'Ändert sich ein Tarif oder Platz mitten im Zeitraum, werden nur die restlichen Tage berechnet oder gutgeschrieben. Auf {invoice}:',
  'proration.line': '**{what}**: {amount}',
  'usage.head': 'Vom {from} bis {to} (Tag {n} von {total}) haben Sie verbraucht:',
  'usage.head_finished': 'Vom {from} bis {to} haben Sie verbraucht:',
  'usage.line': '**{name}**: {used} von {included}{unit}',
  'usage.line_over': '**{name}**: {used}{unit}, enthalten sind {included}, also {over} darüber',
  'usage.cost': ' (bisherige Kosten: {cost})',
  'usage.before': '; im Monat davor: {before}',
  'usage.projected': ', hochgerechnet {projected} bis {to}',
  'usage.projected_over': ', hochgerechnet {projected} bis {to}, also {over} darüber',
  'usage.projected_cost': ' und etwa {cost}',
  'usage.none': 'Für diesen Zeitraum sehe ich keinen Verbrauch.',
  'usage.projection': 'Beim heutigen Tempo ergibt der Zeitraum bis {to}:',
  'usage.projection_line': '**{name}**: {projected}{unit} (bisher {used}; enthalten {included})',
  'usage.projection_over':
    '**{name}**: {projected}{unit} (bisher {used}), {over} über den enthaltenen {included}',
  'usage.projection_cost': ', etwa {cost}',
  'overage.none': 'Nein, Sie liegen innerhalb dessen, was Ihr Tarif enthält:',
  'overage.some': 'Ja, Sie liegen über dem, was Ihr Tarif enthält:',
  'overage.heading': 'Bisher liegen Sie im Rahmen, beim heutigen Tempo aber nicht mehr bis {to}:',
  'overage.price': ' Jede weitere Einheit kostet {price}.',
  'pdf.how':
    'Ein PDF von {invoice} bekommen Sie auf ihrer Seite: dem Link folgen und „Drucken oder als PDF speichern“ wählen.',
  'pdf.all': 'Alle Rechnungen finden Sie auf Ihrer [Rechnungsseite](/invoices).',
  'details.vat': 'Die USt-IdNr. auf Ihren Rechnungen ist **{vat}**.',
  'details.no_vat': 'Von Ihnen ist keine USt-IdNr. hinterlegt.',
  'details.bill_to': 'Ihre Rechnungen gehen an **{name}**, {address}.',
  'details.vendor': 'Sie kommen von {name}, {address}.',
  'details.vendor_vat': 'Die USt-IdNr. von {name} ist {vat}.',
  'details.email': 'Rechnungen gehen an {email}.',
  'details.change':
    'Nennen Sie mir eine neue E-Mail-Adresse für Rechnungen, dann bereite ich diese Änderung vor; für alles andere schreiben Sie an {support}.',
  'currency.is': 'Abgerechnet wird in **{currency}**.',
  'angry.sorry': 'Das tut mir leid.',
  'complaint.ask':
    'Es tut mir leid, dass Sie sich ärgern. Ich möchte helfen: Nennen Sie mir den Betrag, den Monat oder die Rechnung, um die es geht. Wenn sich lieber ein Mensch darum kümmern soll, schreiben Sie an {support}.',
  'person.phone': 'Telefonisch unter **{phone}**.',
  'person.how':
    'Gern. Einen Menschen erreichen Sie unter **{support}**; mit der Rechnungsnummer geht es schneller. Bis dahin schaue ich gern für Sie nach.',
  'bot.am':
    'Ich bin kein Mensch, sondern ein Bot: der geskriptete Demo-Assistent von {vendor}. Ich schaue in Ihren eigenen Rechnungen, Zahlungen, Ihrem Tarif und Verbrauch nach. Ein Mensch antwortet unter {support}.',
  'can.do':
    'Ich kann in Ihrem Konto nachsehen und erklären: Rechnungen und warum sie sich geändert haben, einzelne Posten, Zahlungen und Erstattungen, was offen ist, Tarif, Plätze und Verbrauch. Ich kann auch Änderungen vorbereiten, etwa eine Erstattung, einen anderen Tarif oder mehr Plätze; freigeben können nur Sie. Was möchten Sie wissen?',
  'hello.hi':
    'Hallo! Ich kann Ihnen Rechnungen, Zahlungen, Tarif und Verbrauch erklären. Was möchten Sie wissen?',
  'thanks.welcome': 'Gern geschehen! Noch etwas zu Ihrer Rechnung?',
  'bye.bye': 'Auf Wiedersehen und einen schönen Tag!',
  'privacy.is':
    'Nur Sie können diesen Chat lesen. Er wird verschlüsselt gespeichert und nach 90 Tagen gelöscht, und ich sehe nur die Daten Ihres eigenen Kontos. Für alles Weitere zu Ihren Daten schreiben Sie an {support}.',
  'cannot.cancel': 'Kündigen können Sie hier, und bisher wurde nichts geändert.',
  'cannot.cancel_help':
    'Sagen Sie „kündigen Sie mein Abo“: Ich bereite es vor, und es geschieht erst, wenn Sie es freigeben. Unter {support} hilft Ihnen jemand.',
  'cancel.stay': 'Schön, dass Sie bleiben. Ich habe nichts geändert.',
  'cancel.stay_help':
    'Um eine schon vereinbarte Kündigung zurückzunehmen, sagen Sie „setzen Sie mein Abo fort“; unter {support} hilft Ihnen jemand.',
  'cannot.plan': 'Ihren Tarif können Sie hier ändern, und bisher wurde nichts geändert.',
  'cannot.plan_help':
    'Sagen Sie mir, welchen Tarif Sie möchten: Ich bereite es vor, und es geschieht erst, wenn Sie es freigeben. Unter {support} hilft Ihnen jemand.',
  'cannot.seats':
    'Ich kann vorbereiten, Plätze hinzuzufügen oder zu entfernen, aber keine Zusatzoptionen, und bisher wurde nichts geändert. Sagen Sie mir, wie viele Plätze.',
  'cannot.details':
    'Ich kann eine neue E-Mail-Adresse für Rechnungen vorbereiten; andere Rechnungsdaten oder Zahlungsmittel kann ich von hier aus nicht ändern, und es wurde nichts geändert.',
  'cannot.help': 'Bitte schreiben Sie an {support}, dort wird es für Sie erledigt.',
  'cannot.refund':
    'Ich kann eine Erstattung vorbereiten, die Sie freigeben, und bisher wurde nichts geändert. Sagen Sie „erstatten Sie das Doppelte“, oder nennen Sie Posten oder Rechnung; unter {support} hilft Ihnen jemand. Das habe ich gefunden:',
  'cannot.refund_bare':
    'Ich kann eine Erstattung vorbereiten, die Sie freigeben, und bisher wurde nichts geändert. Nennen Sie den Posten oder die Rechnung; unter {support} hilft Ihnen jemand.',
  'cannot.pay': 'In diesem Chat kann ich keine Zahlung annehmen.',
  'cannot.time': 'Ein Fälligkeitsdatum kann ich nicht ändern. Bitte schreiben Sie vorher an {support}.',
  'pay.method': 'Hinterlegt ist {label}.',
  'role.owner_only':
    'Beträge und Rechnungen sieht der Inhaber Ihres Kontos, bitte fragen Sie dort nach. Bei Tarif, Plätzen und Verbrauch helfe ich Ihnen gern.',
  'unclear.sorry':
    'Das habe ich leider nicht verstanden. Bei den Themen unten kann ich helfen, oder ein Mensch unter {support}.',
  'nothing.found':
    'Das konnte ich gerade nicht nachsehen. Bitte versuchen Sie es noch einmal oder schreiben Sie an {support}.',
};
