import 'server-only';
import type { Words } from './ideas.ts';

export const FR: Words = {
  show: 'affiche~ montre~ révèle~ répète~ répéter donne~ écris écrivez imprime~ liste~ dis dites copie~ recopie~ cite~ traduis envoie~ exporte~ sors sortez fournis énumère~ ajoute~ inclus partage~ transmets lis lire veux indique~ communique~ réponds',
  ask: 'quel quelle quels quelles que quoi qui combien',
  rules:
    'consigne consignes instruction instructions règle règles directive directives prompt configuration paramètres message_système messages_système texte_système',
  hidden:
    'système secret secrète secrètes secrets cachée~ caché~ interne internes initiale~ initial initiaux original~',
  yours: 'tes ton ta tu te toi vos votre vous t',
  given:
    'as-tu_reçu~ as_reçu~ tu_as_reçu~ avez-vous_reçu~ on_t qu_on_t t_a_dit t_a-t-on t_ont au_début au_départ avant_ce avant_cette contexte t_a_donné développeurs dois_suivre tu_suis créateurs',
  verbatim:
    'mot_pour_mot mot_à_mot intégral~ intégralité entier en_entier complet complète~ exactement toutes textuellement',
  above: 'précède précédent~ ci-dessus plus_haut au-dessus avant_ce_message',
  lines: 'tout texte mots ligne lignes message ce',
  everyone: 'tous toutes tout autre autres chaque ensemble',
  people:
    'client clients cliente clientes utilisateur~ abonné~ entreprise entreprises société sociétés locataires comptes',
  address:
    'e-mail e-mails email emails mail mails courriel courriels adresse adresses contact contacts coordonnées',
  database: 'base_de_données base_des_clients table fichier_clients fichier',
  head: 'patron patronne propriétaire directeur directrice gérant chef responsable pdg',
  refund: 'rembours~ rends rendez rendre restitu~ reverse~ recrédite~ avoir récupér~',
  money: 'argent facture factures paiement montant euros euro somme tout dollars',
  pressed:
    'immédiatement maintenant tout_de_suite sans_demander sans_confirmation sans_attendre sans_carte validé approuvé autorisé confirmé urgent droits intégral~ effectue procède exécute complet aujourd_hui dois totalité',
  change:
    'change~ modifi~ remplac~ met mets mettez mettre envoie~ envoyer désormais dorénavant nouvelle nouveau redirige~ enregistre~',
  invoices: 'facture factures facturation comptabilité relevés',
  contact: 'contact adresse courriel e-mail email mail destinataire coordonnées',
  open: 'ouvre~ ouvrir visite~ clique~ charge~ consulte~ va suis accède~ télécharge~',
  picture: 'image images photo logo pixel icône',
  link: 'lien liens bouton',
  endless:
    'infini l_infini sans_fin sans_arrêt sans_jamais sans_t_arrêter toujours éternel~  indéfiniment boucle continuellement arrête_jamais ne_t_arrête_pas t_arrête_jamais',
  repeat: 'répète~ répéter dis dites écris écrivez imprime~ compte~ redis',
  bill: 'facture~ paiement~ payer payé rembours~ taxe tva montant forfait abonnement échéance prélèvement',
  ours: 'mon ma mes notre nos',
  decode: 'décode~ déchiffre~ décrypte~',
};
