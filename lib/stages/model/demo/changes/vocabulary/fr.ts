import 'server-only';
import type { Vocabulary } from './vocabulary.ts';

const CODE = '(?:starter|team|business)';
const SEAT =
  '(?:sieges?|places?|licences?|utilisat\\w+|postes?|membres?|collegues?|collaborat\\w+|personnes|employes?|comptes? utilisateurs?|bureaux?)';
const OUR = '(?:mon|ma|mes|notre|nos|le|la|les|l|ce|cet|cette)';
const PLAN = '(?:abonnement|contrat|forfait|compte|plan|formule|service|tout|souscription|offre)';

export const FR_CHANGES: Vocabulary = {
  lead: `(?:bonjour|bonsoir|salut|merci|de|bien|vouloir|svp|stp|s|il|vous|te|plait|alors|donc|et|puis|oui|non|ok|bon|maintenant|mais|eh|ben|allez|simplement|juste|veuillez|madame|monsieur|d|accord)`,
  asks: `s il (?:vous|te) plait|svp|stp|(?:pouvez|pourriez|voulez|voudriez) vous|(?:peux|pourrais) tu|vous (?:pouvez|pourriez|devez)|tu (?:peux|pourrais)|(?:je|j|nous|on)(?: \\w+){0,2} (?:veux|voudrais|voudrions|voulons|veut|voudrait|souhait\\w+|aimerais|aimerions|aimerait|demand\\w+|exig\\w+|besoin|desir\\w+|reclam\\w+|tiens a|prefer\\w+|decid\\w+)|(?:je|nous) (?:vous|te) (?:prie|prions|saurais? gre|saurions gre|demand\\w+|remercie\\w* de)|(?:vous|te) serais? reconnaissante?|(?:vous|te) serions reconnaissant\\w*|veuillez|merci de|faut|(?:nous|me) (?:en )?faudrait|besoin d|priere de|il me faut|il nous faut`,
  questions: `(?:que|qu|quel|quelle|quels|quelles|quand|comment|combien|pourquoi|ou|qui|quoi|a quel|est ce que|est ce qu|est ce|si)\\b|(?:puis|(?:peut|pourrait|pouvons|peux)(?!.*(?:s il (?:vous|te) plait|svp))|dois|devons|doit|ai|avons|est|sont|etait|vais|serai|va|sera|faut|recois|existe|aurai|aurons) (?:je|on|nous|t|il|elle|ils|elles|mon|ma|le|la|l)\\b|y a t|c est (?:possible|quoi|combien)|a t on|(?:je|on) peux? (?:etre|avoir|annuler|resilier)`,
  unreal: `(?:si|s il|s ils|quand|lorsque|comment|pourquoi|avant de|apres|parce que|combien|qui|que se passe|a ete|ont ete|ou)`,
  negations: `(?:pas|jamais|sans|ne|au lieu de|n)`,
  pointing: `(?:corrig\\w+|regl(?:ez|er|e)|arrang\\w+|reparez|resolv\\w+|resoud\\w+|rectifi\\w+|fait\\w*|chang(?:ez|er)) (?:ca|cela|le|moi ca|l erreur|le probleme|nous ca)|(?:le|l) (?:corriger|regler|arranger|faire|rectifier)`,
  prices: `(?:coute\\w*|couter\\w*|prix|tarif|combien|cher|econom\\w+|se passe|passerait|arrive|perd\\w*|difference|signifie|implique|paierai\\w*|payerai\\w*|jusqu a quand|a partir de quand|quand (?:est ce que )?(?:ca|cela) (?:s arret\\w*|prend\\w*))`,
  seat: SEAT,
  more: '(?:de plus|supplementaires?|en plus|autres?)',
  fewer: '(?:de moins|en moins|moins)',
  namings: [
    { tool: 'change_billing_contact', itself: true, say: '(?:adresse|mail|email|courriel|contact)(?: \\w+){0,4} (?:factures|facturation)(?: \\w+){0,4} zqmail|factures(?: \\w+){0,6} zqmail' },
    { tool: 'change_billing_contact', say: '(?:envoy\\w+|adress\\w+|chang\\w+|utilis\\w+|mett\\w+|dirig\\w+|transmett\\w+|a|factures|facturation|mail|remplac\\w+|modifi\\w+|expedi\\w+)\\b.*zqmail', with: '(?:factures|facturation|desormais|dorenavant|a partir|a l avenir|maintenant|toujours|releves)' },
    { tool: 'change_billing_contact', say: '(?:chang\\w+|modifi\\w+|mett\\w+ a jour|remplac\\w+|actualis\\w+)(?: \\w+){0,4} (?:email|mail|courriel|adresse email|contact)(?: \\w+){0,3} ?(?:facturation|factures)?' },
    { tool: 'retry_payment', say: 'reessay\\w+|retent\\w+|represent\\w+|relanc\\w+(?: \\w+){0,2} (?:paiement|prelevement|debit)|(?:essay\\w+|tent\\w+|debit\\w+|prelev\\w+|pass\\w+|factur\\w+)(?: \\w+){0,6} (?:encore une fois|a nouveau|de nouveau|une nouvelle fois|encore)|(?:nouvelle tentative|nouvel essai)|refai\\w+(?: \\w+){0,3} (?:paiement|prelevement)' },
    { tool: 'resume_plan', say: `repren(?:dre|ez|ds|ons)(?: ${OUR})* ?(?:${PLAN})?|reactiv\\w+|relanc\\w+ (?:mon|notre|l|le) ?(?:abonnement|forfait|contrat)|(?:annul\\w+|retir\\w+|lev\\w+|oubli\\w+|revoqu\\w+|arret\\w+)(?: \\w+){0,2} (?:resiliation|pause|suspension|annulation)|(?:continu\\w+|poursuiv\\w+|conserv\\w+|gard\\w+) (?:mon|notre|l|le) ?(?:abonnement|forfait|contrat)` },
    { tool: 'resume_plan', say: '(?:ne|n) (?:resili\\w+|annul\\w+|arret\\w+|mett\\w+)(?: \\w+){0,3} (?:pas|plus)', with: '(?:finalement|plus|reste\\w*|changer d avis|change d avis|tout compte fait)' },
    { tool: 'refund', say: `rembours(?:ez|e|er|ons)\\b|rembourse(?:e|s|es)?\\b(?= (?:de|du|d|pour|la|le|les|l)|$)|(?:rendez|rends|rendre|redonnez)(?: \\w+){0,2} (?:argent|l argent|mon argent|\\d+)|recredit\\w+|restitu\\w+|(?:retir\\w+|enlev\\w+|supprim\\w+|dedui\\w+|ot\\w+)(?: \\w+){0,7} (?:de|sur) (?:ma|la|notre|cette) (?:derniere )?facture|(?:annul\\w+|supprim\\w+|corrig\\w+|retir\\w+)(?: \\w+){0,3} (?:doublon|en double|double)` },
    { tool: 'refund', itself: true, say: '(?:veux|voudrais|voulons|voudrions|exig\\w+|demand\\w+|souhait\\w+|aimerais|aimerions|reclam\\w+|besoin d)(?: \\w+){0,5} (?:rembours\\w+|mon argent|notre argent|recuperer|avoir)(?! (?:arrive|est|date))' },
    { tool: 'change_seats', change: 'remove', say: `(?:supprim\\w+|retir\\w+|enlev\\w+|otez|oter|redui\\w+|diminu\\w+|resili\\w+|annul\\w+|rend\\w+)(?: \\w+){0,5}? ${SEAT}` },
    { tool: 'change_seats', change: 'add', say: `(?:ajout\\w+|achet\\w+|command\\w+|pren\\w+|voudr\\w+|veux|voul\\w+|besoin|rajout\\w+|augment\\w+|cre\\w+|aimer\\w+|souhait\\w+|faut|faudr\\w+|mett\\w+|donn\\w+)(?: \\w+){0,5}? ${SEAT}` },
    { tool: 'change_seats', change: 'add', itself: true, say: `^(?:\\d+|une?|encore une?) (?:autres? )?${SEAT} (?:de plus|supplementaires?|en plus)?(?: s il (?:vous|te) plait| svp)?$` },
    { tool: 'pause_plan', say: '(?:mett\\w+|mets|place\\w*|mise)(?: \\w+){0,4} en pause|suspend\\w+|suspens\\w+|gel(?:er|ez)|interromp\\w+|faire une pause|pause|paus(?:er|ez)' },
    { tool: 'change_plan', say: `(?:pass\\w+|chang\\w+|bascul\\w+|mett\\w+|mont\\w+|descend\\w+|veux|voudr\\w+|voul\\w+|prend\\w*|prenons|upgrad\\w+|downgrad\\w+|souhait\\w+|aimer\\w+|opt\\w+|migr\\w+|revenir|all\\w+|choisi\\w+)(?!(?: \\w+){0,2} (?:savoir|connaitre|comprendre|voir)\\b)(?: \\w+){0,6}? ${CODE}` },
    { tool: 'change_plan', towards: 'up', say: '(?:forfait|formule|offre|abonnement) (?:superieure?|plus grande?|plus grosse?|au dessus)|upgrade\\w*|mont\\w+ en gamme|meilleure? (?:forfait|formule|offre)' },
    { tool: 'change_plan', towards: 'down', say: '(?:forfait|formule|offre|abonnement) (?:inferieure?|plus petite?|moins chere?|en dessous)|downgrade\\w*|descend\\w+ en gamme' },
    { tool: 'change_plan', say: 'chang\\w+ (?:de|mon|notre) (?:forfait|formule|abonnement|offre)' },
    { tool: 'cancel_plan', say: `resili(?:er|ez|e|ons)|(?:annul(?:er|ez|e|ons)|arret(?:er|ez|e)|stopp(?:er|ez)|ferm(?:er|ez)|clotur(?:er|ez)|termin(?:er|ez)|supprim(?:er|ez)|mett(?:ez|re) fin (?:a|au)) (?:${OUR} )*${PLAN}|desabonn\\w+|(?:mettre|mettez|mettons) fin|quitter(?: le service)?$|(?:ne|n)(?: \\w+){0,2} (?:renouvel\\w+|continu\\w+) (?:pas|plus)` },
  ],
  told: [
    { tool: 'refund', say: '(?:deux fois|double|doublon|2 fois|en double)' },
    { tool: 'refund', say: '(?:remboursement|rembourser)' },
    { tool: 'retry_payment', say: '(?:refus\\w+|echou\\w+|rejet\\w+)', with: '(?:paiement|carte|prelevement)' },
  ],
}; // prettier-ignore
