import 'server-only';
import { fault } from '#faults';
import type { OfferedApproval } from '#lib/contract/approvals.ts';
import type { TurnEvent } from '#lib/contract/chat.ts';
import { noteStage, say, type TurnRecord } from './record.ts';
import type { Turn } from './types.ts';

/** The server's own words after a proposal, by the language of the tenant: nothing has happened, and who decides. */
const WORDS: Readonly<Record<string, { one: string; two: string }>> = {
  en: {
    one: 'I have prepared this change. Nothing has happened yet: please check the card and decide.',
    two: 'I have prepared this change. Nothing has happened yet: please check the card and decide. After you, a finance colleague checks it too.',
  },
  de: {
    one: 'Ich habe diese Änderung vorbereitet. Noch ist nichts geschehen: Bitte prüfen Sie die Karte und entscheiden Sie.',
    two: 'Ich habe diese Änderung vorbereitet. Noch ist nichts geschehen: Bitte prüfen Sie die Karte und entscheiden Sie. Nach Ihnen prüft sie auch die Finanzabteilung.',
  },
  es: {
    one: 'He preparado este cambio. Todavía no ha pasado nada: revise la tarjeta y decida.',
    two: 'He preparado este cambio. Todavía no ha pasado nada: revise la tarjeta y decida. Después lo revisa también el equipo de finanzas.',
  },
  fr: {
    one: "J'ai préparé ce changement. Rien n'a encore été fait : vérifiez la carte et décidez.",
    two: "J'ai préparé ce changement. Rien n'a encore été fait : vérifiez la carte et décidez. Ensuite, le service financier le vérifie aussi.",
  },
};

/** Shows the card of a proposal and ends the turn: nothing resumes by itself. */
export function* sayProposed(turn: Turn, record: TurnRecord, card: OfferedApproval): Generator<TurnEvent> {
  record.finish = 'stop';
  record.trace.approvals.push({ approvalId: card.approvalId, title: card.title });
  yield noteStage(turn, record, 'approvals', { verdict: 'pass', reason: 'waits_for_you' });
  yield { event: 'approval', data: card };
  const words = WORDS[turn.profile.locale.slice(0, 2)] ?? WORDS.en;
  const sentence = fault('change-at-once') ? 'Done.' : card.people === 2 ? words?.two : words?.one;
  yield* say(record, `${record.text === '' ? '' : '\n\n'}${sentence ?? ''}`);
}
