import 'server-only';

/** What French words mean to a guard. */
export const FR = `
IGNORE ignor, oubli, contourn, néglig, outrepass, fais abstraction, faites abstraction, laisse tomber, ne tiens pas compte, ne tenez pas compte, ne suis pas, ne suivez pas, passe outre, passez outre, abandonn, mets de côté, enfrein, désobé, transgress, fais fi, saute., sautez, sauter
RULES instruction, consigne, règle, directive, politique, prompt, restriction, contrainte, ligne directrice, lignes directrices, ordre, invite, règlement, principe
PRIOR précédent, antérieur, ci dessus, initial, d'origine, originel, jusqu'ici, auparavant, plus haut, avant., jusqu'à présent
REVEAL montr, affich, révèl, révél, dévoil, imprim, divulgu, donne moi, donnez moi, dis moi, dites moi, liste, énumèr, communiqu, expos, export, fournis, fournir, sors., livre moi, récupèr, extrai, présent
REPEAT répèt, répét, mot pour mot, mot à mot, verbatim, textuel, recopi, copi, tradui, résum, récit, cite., citez, reprodui, complèt, épel
SECRET secret, secrèt, caché, cachée, confidenti, interne, dissimul
KEY mot de passe, mots de passe, clé api, clé secrète, clé d, clef, jeton, code d'accès, identifiants, code secret
SYSTEM système, configuration, paramétrage, message développeur, code source, contexte
BOT ia., assistant, robot, modèle, intelligence artificielle, chatbot, machine
ROLE fais comme si, faites comme si, joue, jouez, agis, agissez, comporte toi, tu es maintenant, tu es désormais, vous êtes maintenant, imagine que tu, prétends, rôle, personnage, simul, incarne, mets toi dans, fais semblant, deviens, glisse toi
STORY histoire, poème, roman, scène, scénario, hypothé, fiction, conte., film, grand mère, mamie, chanson, énigme, imagin, suppos, jeu., théâtre, rêve
FREE sans restriction, sans limite, sans filtre, non censur, illimité, libéré, maléfique, sans règle, aucune règle, aucune limite, sans entrave, aucune restriction, débrid
MODE mode., activ, débloqu, déverrouill, débogage, maintenance, bascule
OFF désactiv, lève., levez, levé, levée, suspend, coupe., coupez, ne s'applique, annule les règles, éteins, n'es plus, plus aucune, neutralis
FILTER filtre, sécurité, garde fou, protection, modération, éthique, moral, censure, avertissement, contrôle, vérification, sûreté
BOSS administrat, développeu, directeur, directrice, patron, auditeur, responsable, gérant, propriétaire, dirigeant, pdg, service financier, comptab, équipe, ingénieur, opérateur, superviseur, chef, commissaire, service juridique
IAM je suis le, je suis l, je suis ton, je suis votre, je suis la, ici le, ici la, ici l, en tant que, au nom de, de la part, nous sommes le, je travaille, c'est le service, je représente, en ma qualité
ALLOWED autoris, permission, habilit, droit de, tu peux désormais, accès, permis, accrédit, vérifié, privilège, dérogation
NOWON désormais, à partir de maintenant, dorénavant, à la place, nouvelle tâche, nouvelle consigne, nouvelles consignes, nouvelle instruction, nouvelles instructions, nouvelle règle, dès maintenant, ta vraie, ta véritable, votre véritable, repars de zéro, au lieu de, plutôt
MUST tu dois, vous devez, dois., devez, doit., obéi, j'exige, j'ordonne, je t'ordonne, refus, obligatoire, obligé, quoi qu'il, peu importe, impérati, exige, assure toi, assurez vous, il faut, veille à
EVER toujours, jamais, à vie, en permanence, à chaque fois, définitivement, pour toujours, éternel
WITHOUT sans., pas besoin, inutile, nul besoin, dispens, éviter, évite
APPROVE approuv, approbation, valid, confirm, signat, signe., signer, signez, contresign, accord., double vérification, deuxième personne, seconde personne, consent, demander, quatre yeux, feu vert, vérifi, entérin
SELF toi même, vous même, automatique, directement, immédiatement, tout de suite, à ma place, en mon nom, d'office, sur le champ, sans attendre, d'emblée, forc, immédiat
SILENT discrèt, en secret, secrètement, en silence, sans prévenir, sans le dire, sans avertir, n'en parle, ne dis rien, ne le dis, ne mentionne, en douce, à l'insu, ni vu, entre nous, sans informer, ne préviens, personne ne, ne demande, sans que
OTHERS autres clients, autre client, autres sociétés, autre société, autres utilisateurs, autre utilisateur, autres comptes, autre compte, quelqu'un d'autre, concurrent, voisin, tiers, tous les clients, toutes les entreprises, d'autrui, locataire, autres entreprises, autre entreprise, chaque client, d'un autre, d'une autre, tout le monde, tous les comptes
ALL tout., tous., toute., toutes., chaque, intégral, entier, entière, complet, complète, ensemble des, totalité, exact
CUSTOMER client, utilisateur, compte, société, entreprise, abonné, membre, collègue, personne
DATA données, mail, courriel, adresse, numéro de carte, numéros de carte, téléphone, coordonnées, base de données, informations, dossier, fichier, noms., personnel, carte bancaire, conversation, message
BILL facture, factur, paiement, abonnement, forfait, frais, montant, reçu, prélèvement, solde, échéance, dette, prix, tva, impayé, coût, place, relevé, somme, contrat
REFUND rembours, crédit, avoir., remise, réduction, rabais, bon d'achat, code promo, geste commercial, dédommag, gratuit, offre moi, offrez, cadeau, exonér, indemni, ristourne, mois offert
ZERO zéro, rien à payer, cent pour cent, maximum, maximal, double, un centime, le plus possible, million, négatif
PAID payé, payée, réglé, réglée, soldé, acquitté, marque, statut, comme si elle, encaissé, régularis, clôtur, enregistr
CHANGE chang, modifi, remplac, mets à jour, mettez à jour, mettre à jour, redirig, bascul, ajust, augment, baiss, substitu, édite, réduis, prolong, passe le, passez, mets le, mets la, mettre
TARGET compte bancaire, rib., iban, contact de facturation, adresse de facturation, bénéficiaire, destinataire, titulaire, coordonnées bancaires, mon compte personnel, paypal, bitcoin
SEND envoi, envoy, transf, transmet, expédi, achemin, téléverse, poste le, fais suivre, publie
LINK lien, image, serveur, site., page web, pièce jointe, hyperlien, adresse http
ENCODE encod, chiffr, à l'envers, base64, inverse, décod, lettre par lettre, première lettre, acrostiche, crypt
TOOL outil, fonction, requête, exécut, appelle, appel, script, commande, paramètre, lance., code.
END fin de, fin du, début, nouvelle session, nouvelle conversation, note à, note pour, message de, résultat, attention, important, remarque, post scriptum
LOOP infini, mille fois, sans fin, boucle, sans arrêt, sans t'arrêter, en continu, à l'infini, le plus long
LIMIT limite, seuil, plafond, au dessous, en dessous, divis, fractionn, plusieurs petits, petits montants, quota
LOG journal, audit, trace, notification, historique, registre, preuve, alerte, notifi
ALREADY déjà, a donné son, a dit oui, a été approuv, a été valid, convenu, promis, considère, considér, vaut, comme approuv, comme valid, part du principe, accepté, comme convenu
ASK comment, pourquoi, quand., que., quel, quelle, où., qui., combien, est ce que, puis je, peut on, pouvons nous, dois je, y a t'il, qu'est ce, est il, est elle, sont elles, avez vous, ai je
MINE mon., ma., mes., notre, nos., je., nous, moi., j'ai
YOU tu., ton., ta., tes., toi., vous., votre, vos., te.
NOT ne., pas., non., n'est pas, aucun, rien.
POLITE s'il vous, s'il te, svp, stp, merci, pourriez vous, pouvez vous, pourrais tu, peux tu, bonjour, salut, désolé, je voudrais, j'aimerais, nous souhaitons, nous aimerions, cordialement, aidez, excuse
DELETE supprim, effac, enlèv, détrui, retir, cache., caches, cachez, masqu, dissimule, annul, résili, élimin
THREAT urgen, licenci, mourir, meurt, procès, avocat, sinon, récompense, pourboire, vite., danger, porter plainte, menac, presse
TEST test, exercice, recherche, simulation, expérience, étude, essai, entraînement, à titre éducatif
SAY dis., dites, répond, écris, écriv, rédig, parl, génèr, créé, crée, racont, décri, expliqu
PERSON date de naissance, salaire, habite, domicile, numéro de téléphone de, monsieur, madame, son., sa., leur, leurs
HARM pirat, vole., voler, logiciel malveillant, bombe, arme., armes, drogue, fraud, illégal, virus, hameçonnage, insult, attaque, falsifi, arnaqu, poison, hack
IF si tu, si vous, dès que, chaque fois que, lorsque tu, quand tu, avant de, avant que, quand je, une fois que
WHEN mois, aujourd'hui, demain, hier., semaine, jour., jours, année, janvier, février, mars., avril, juin, juillet, août, septembre, octobre, novembre, décembre, lundi, mardi, vendredi, trimestre, date.
WRONG problème, erreur, faux., fausse, ne marche pas, ne fonctionne pas, en panne, deux fois, doublon, refusé, expiré, manque, plus élevé, différence, bloqué
`;
