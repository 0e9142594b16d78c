import 'server-only';

/** What may be true of an invoice or of a payment for it. */
export type StatusWord =
  'paid' | 'open' | 'past_due' | 'void' | 'failed' | 'retrying' | 'pending' | 'refunded';

/** Words of the four languages and what they say; any one of `says` makes them true. */
export const STATUS_WORDS: readonly { says: readonly StatusWord[]; words: readonly string[] }[] = [
  {
    says: ['paid'],
    words: [
      'paid',
      'settled',
      'bezahlt',
      'beglichen',
      'pagad[ao]s?',
      'abonad[ao]s?',
      'payée?s?',
      'réglée?s?',
    ],
  },
  {
    says: ['open'],
    words: ['open', 'unpaid', 'outstanding', 'offen(?:en?)?', 'unbezahlt', 'impagad[ao]s?', 'por pagar'],
  },
  { says: ['open'], words: ['ouvertes?', 'impayée?s?', 'à payer'] },
  {
    says: ['past_due'],
    words: [
      'overdue',
      'past due',
      'in arrears',
      'überfällig(?:en?)?',
      'vencid[ao]s?',
      'en retard',
      'échues?',
    ],
  },
  {
    says: ['void'],
    words: ['void(?:ed)?', 'cancell?ed', 'storniert', 'annulliert', 'anulad[ao]s?', 'annulée?s?'],
  },
  {
    says: ['failed'],
    words: ['failed', 'declined', 'bounced', 'fehlgeschlagen', 'abgelehnt', 'fallid[ao]s?', 'falló'],
  },
  { says: ['failed'], words: ['rechazad[ao]s?', 'échoué', 'refusée?s?'] },
  {
    says: ['retrying'],
    words: ['retrying', 'being retried', 'reintentando', 'en cours de nouvelle tentative'],
  },
  { says: ['pending'], words: ['pending', 'processing', 'in Bearbeitung', 'en proceso', 'en attente'] },
  { says: ['open', 'pending'], words: ['pendientes?', 'ausstehend(?:en?)?'] },
  {
    says: ['refunded'],
    words: ['refunded', '(?:zurück)?erstattet', 'reembolsad[ao]s?', 'devuelt[ao]s?', 'remboursée?s?'],
  },
];

/** What a status in the ledger lets one say. */
export const STATUS_MEANS: Readonly<Record<string, readonly StatusWord[]>> = {
  paid: ['paid'],
  open: ['open'],
  past_due: ['past_due', 'open'],
  void: ['void'],
  succeeded: ['paid'],
  failed: ['failed'],
  retrying: ['retrying', 'failed'],
  pending: ['pending'],
  on_its_way: ['pending'],
  completed: ['refunded'],
};

/** Up to three words before a status that deny it. */
export const DENIALS =
  "(?:not|never|no longer|nothing|none|neither|nor|isn't|wasn't|aren't|hasn't|nicht|nie|kein(?:e|en|er)?|nichts|no|nunca|nada|ningun[ao]?|ninguna|pas|jamais|rien|aucune?)";
/** A clause that begins a condition states nothing. */
export const CONDITIONS =
  '(?:if|once|when|until|unless|after|before|as soon as|wenn|sobald|falls|bis|si|cuando|hasta|una vez|quand|lorsque|une fois|dès)';
/** What follows is a wish or a duty: "can be refunded", "muss bezahlt werden". */
export const NOT_YET_BEFORE =
  '(?:to be|can be|may be|must be|will be|should be|could be|would be|get|être|ser)';
export const NOT_YET_AFTER = '(?:werden)';
