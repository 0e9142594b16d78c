import { parseLenient } from '#components/chat/wire/parse-lenient.ts';
import { receiptSchema } from '#lib/contract/answers.ts';

export type ReceiptAnswer =
  | { at: 'sent'; to: string }
  | { at: 'limited'; waitMinutes: number }
  | { at: 'signed-out' }
  | { at: 'unreachable' }
  | { at: 'failed' };

const MINUTE_S = 60;
const HOUR_S = 3_600;

/** Asks for an invoice by mail. The request names no address: the answer says which one it goes to. Never rejects. */
export async function requestReceipt(number: string): Promise<ReceiptAnswer> {
  try {
    const response = await fetch(`/api/invoices/${encodeURIComponent(number)}/receipt`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
      cache: 'no-store',
    });
    if (response.status === 429) return { at: 'limited', waitMinutes: minutesOf(response) };
    if (response.status === 401) return { at: 'signed-out' };
    if (!response.ok) return { at: 'failed' };
    const answer = parseLenient(receiptSchema, await response.json().catch(() => null));
    return answer ? { at: 'sent', to: answer.to } : { at: 'failed' };
  } catch {
    return { at: 'unreachable' };
  }
}

/** In whole minutes, so that nobody comes back too early. */
function minutesOf(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? HOUR_S);
  return Math.max(1, Math.ceil((Number.isFinite(seconds) ? seconds : HOUR_S) / MINUTE_S));
}
