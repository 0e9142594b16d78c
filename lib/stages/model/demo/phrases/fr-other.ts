import 'server-only';
import type { EN_OTHER } from './en-other.ts';

/** French sentences about lines, plans, usage, and everyday talk. */
export const FR_OTHER: Record<keyof typeof EN_OTHER, string> = {
  'word.invoice': 'Facture',
  'away.today': 'aujourd’hui',
  'away.tomorrow': 'demain',
  'away.yesterday': 'hier',
  'away.in': 'dans {n} jours',
  'away.ago': 'il y a {n} jours',
  'line.one': 'C’est **{what}** sur la {invoice} du {day} : **{amount}**.',
  'line.latest': '**{what}** se trouve sur la {invoice} du {day} : **{amount}**.',
  'line.price': 'Soit {quantity} × {price}.',
  'line.period': 'La ligne couvre du {from} au {to}.',
  'line.reason': 'Pourquoi elle y est : {reason}.',
  'line.more': 'La même ligne figure sur d’autres factures :',
  'line.also': 'Correspond aussi :',
  'line.on': '{what} sur la {invoice} : {amount}',
  'line.duplicate': 'Attention : une autre ligne de la même facture le compte une deuxième fois.',
  'line.none': 'Je ne trouve cela sur aucune ligne de vos factures, ni comme paiement.',
  'line.none_text': 'Je ne trouve aucune ligne avec ces mots sur vos factures.',
  'line.is_total': 'C’est le total de la {invoice} du {day} : **{total}**.',
  'line.is_payment': 'C’est votre paiement de **{amount}** pour la {invoice}, lancé le {day} : {status}.',
  'duplicate.none': 'Non, j’ai parcouru vos factures et rien n’est facturé deux fois.',
  'duplicate.some': 'Oui, ceci est facturé deux fois :',
  'duplicate.line': '**{what}** sur la {invoice} du {day} : {amount} une fois de trop',
  'duplicate.period': ' (du {from} au {to})',
  'duplicate.help':
    'Voulez-vous le récupérer ? Dites « remboursez le doublon » : je le prépare, et cela ne se fait qu’une fois approuvé par vous. Une personne peut vous aider à {support}.',
  'overcharge.intro': 'J’ai cherché sur votre dernière facture ce qui pourrait être anormal.',
  'overcharge.help':
    'Si une ligne vous semble encore fausse, donnez-moi son montant et je l’explique, ou écrivez à {support}.',
  'plan.name': 'Vous avez le forfait **{name}**, actif depuis le {day}.',
  'plan.name_other': 'Votre forfait **{name}** est {status}.',
  'plan.price': 'Il coûte **{price}** par mois.',
  'plan.seat_price': 'Chaque place supplémentaire coûte **{price}** par mois.',
  'plan.no_price': 'Les prix sont visibles pour le titulaire du compte.',
  'plan.includes': 'Il comprend {included} places, dont {used} utilisées. Sont aussi compris :',
  'plan.includes_bare': 'Il comprend {included} places, et {used} sont utilisées.',
  'plan.addons': 'Options : {list}.',
  'plan.renews': 'Il se renouvelle le **{day}** ({away}).',
  'plan.status_paused': 'en pause',
  'plan.status_cancelled': 'résilié',
  'plan.since': 'Il est actif depuis le {day}.',
  'renewal.when': 'Votre forfait **{name}** se renouvelle le **{day}** ({away}).',
  'history.intro': 'Les derniers changements de votre forfait :',
  'history.line': '{day} : {what} (par {by})',
  'history.none': 'Rien n’a changé sur votre forfait jusqu’ici.',
  'seats.count': 'Vous utilisez **{used} places** ; votre forfait en comprend {included}.',
  'seats.latest': 'La plus récente, {label}, a été ajoutée le **{day}** par {by}.',
  'seats.who': 'Qui les a ajoutées :',
  'seats.line': '{label} : ajoutée le {day} par {by}',
  'seats.more': '… et d’autres sur votre [page du forfait](/plan).',
  'addons.none': 'Vous n’avez pas d’option.',
  'addons.some': 'Vos options :',
  'addons.line': '**{name}**, ajoutée le {day}',
  'addons.line_price': '**{name}** : {price} par mois, ajoutée le {day}',
  'proration.none': 'Il n’y a pas de ligne au prorata sur la {invoice}.',
  'proration.some':
    'Quand un forfait ou une place change en cours de période, seuls les jours restants sont facturés ou crédités. Sur la {invoice} :',
  'proration.line': '**{what}** : {amount}',
  'usage.head': 'Du {from} au {to} (jour {n} sur {total}), vous avez utilisé :',
  'usage.head_finished': 'Du {from} au {to}, vous avez utilisé :',
  'usage.line': '**{name}** : {used} sur {included}{unit} compris',
  'usage.line_over': '**{name}** : {used}{unit}, dont {included} compris, soit {over} en plus',
  'usage.cost': ' (coût jusqu’ici : {cost})',
  'usage.before': ' ; le mois précédent : {before}',
  'usage.projected': ', prévision {projected} d’ici le {to}',
  'usage.projected_over': ', prévision {projected} d’ici le {to}, soit {over} en plus',
  'usage.projected_cost': ' et environ {cost}',
  'usage.none': 'Je ne vois pas de consommation pour cette période.',
  'usage.projection': 'Au rythme actuel, la période qui finit le {to} arrive à :',
  'usage.projection_line': '**{name}** : {projected}{unit} (jusqu’ici {used} ; {included} compris)',
  'usage.projection_over':
    '**{name}** : {projected}{unit} (jusqu’ici {used}), {over} au-delà des {included} compris',
  'usage.projection_cost': ', environ {cost}',
  'overage.none': 'Non, vous restez dans ce que comprend votre forfait :',
  'overage.some': 'Oui, vous dépassez ce que comprend votre forfait :',
  'overage.heading': 'Vous êtes dans la limite, mais au rythme actuel plus pour longtemps, d’ici le {to} :',
  'overage.price': ' Chaque unité supplémentaire coûte {price}.',
  'pdf.how':
    'Vous obtenez un PDF de la {invoice} sur sa page : suivez le lien et choisissez « Imprimer ou enregistrer en PDF ».',
  'pdf.all': 'Toutes vos factures sont sur votre [page des factures](/invoices).',
  'details.vat': 'Le numéro de TVA sur vos factures est **{vat}**.',
  'details.no_vat': 'Aucun numéro de TVA de votre part n’est enregistré.',
  'details.bill_to': 'Vos factures sont adressées à **{name}**, {address}.',
  'details.vendor': 'Elles viennent de {name}, {address}.',
  'details.vendor_vat': 'Le numéro de TVA de {name} est {vat}.',
  'details.email': 'Les factures sont envoyées à {email}.',
  'details.change':
    'Donnez-moi une nouvelle adresse e-mail pour les factures et je prépare ce changement ; pour le reste, écrivez à {support}.',
  'currency.is': 'Vous êtes facturé en **{currency}**.',
  'angry.sorry': 'Je suis désolé pour ce désagrément.',
  'complaint.ask':
    'Je suis désolé que ce soit pénible. J’aimerais aider : dites-moi le montant, le mois ou la facture dont il s’agit. Si vous préférez qu’une personne s’en occupe, écrivez à {support}.',
  'person.phone': 'Par téléphone : **{phone}**.',
  'person.how':
    'Bien sûr. Vous joignez une personne à **{support}** ; avec le numéro de facture, c’est plus rapide. En attendant, je peux chercher pour vous.',
  'bot.am':
    'Je ne suis pas une personne : je suis un robot, l’assistant de démonstration de {vendor}, avec des réponses programmées. Je consulte vos propres factures, paiements, forfait et consommation. Une personne répond à {support}.',
  'can.do':
    'Je peux consulter votre compte et l’expliquer : factures et pourquoi elles changent, lignes, paiements et remboursements, ce qui est dû, votre forfait, vos places et votre consommation. Je peux aussi préparer des changements, comme un remboursement, un autre forfait ou plus de places ; vous seul pouvez les approuver. Que souhaitez-vous savoir ?',
  'hello.hi':
    'Bonjour ! Je peux vous expliquer vos factures, paiements, forfait et consommation. Que souhaitez-vous savoir ?',
  'thanks.welcome': 'Avec plaisir ! Autre chose sur votre facture ?',
  'bye.bye': 'Au revoir et bonne journée !',
  'privacy.is':
    'Vous seul pouvez lire cette conversation. Elle est conservée chiffrée et supprimée au bout de 90 jours, et je ne vois que les données de votre propre compte. Pour le reste de vos données, écrivez à {support}.',
  'cannot.cancel': 'Vous pouvez résilier ici, et rien n’a été modifié jusqu’ici.',
  'cannot.cancel_help':
    'Dites « résiliez mon forfait » : je le prépare, et cela ne se fait qu’une fois approuvé par vous. Une personne peut vous aider à {support}.',
  'cancel.stay': 'Ravi que vous restiez. Je n’ai rien modifié.',
  'cancel.stay_help':
    'Pour retirer une résiliation déjà convenue, dites « reprenez mon forfait » ; une personne peut vous aider à {support}.',
  'cannot.plan': 'Vous pouvez changer de forfait ici, et rien n’a été modifié jusqu’ici.',
  'cannot.plan_help':
    'Dites-moi quel forfait vous voulez : je le prépare, et cela ne se fait qu’une fois approuvé par vous. Une personne peut vous aider à {support}.',
  'cannot.seats':
    'Je peux préparer l’ajout ou le retrait de places, mais pas d’options, et rien n’a été modifié jusqu’ici. Dites-moi combien de places.',
  'cannot.details':
    'Je peux préparer une nouvelle adresse e-mail pour les factures ; les autres coordonnées et le moyen de paiement, je ne peux pas les modifier d’ici, et rien n’a été modifié.',
  'cannot.help': 'Écrivez à {support}, on s’en occupe pour vous.',
  'cannot.refund':
    'Je peux préparer un remboursement que vous approuvez, et rien n’a été modifié jusqu’ici. Dites « remboursez le doublon », ou indiquez la ligne ou la facture ; une personne peut vous aider à {support}. Voici ce que j’ai trouvé :',
  'cannot.refund_bare':
    'Je peux préparer un remboursement que vous approuvez, et rien n’a été modifié jusqu’ici. Indiquez la ligne ou la facture ; une personne peut vous aider à {support}.',
  'cannot.pay': 'Je ne peux pas encaisser de paiement dans cette conversation.',
  'cannot.time': 'Je ne peux pas changer une échéance. Écrivez à {support} avant qu’elle ne passe.',
  'pay.method': 'Le moyen de paiement enregistré est {label}.',
  'role.owner_only':
    'Les montants et les factures sont visibles pour le titulaire du compte ; adressez-vous à lui. Je peux vous aider pour le forfait, les places et la consommation.',
  'unclear.sorry':
    'Désolé, je n’ai pas compris. Je peux aider sur les sujets ci-dessous, ou une personne à {support}.',
  'nothing.found': 'Je n’ai pas pu consulter cela. Réessayez, ou écrivez à {support}.',
};
