import 'server-only';
import { readCapped } from '#lib/kernel/http.ts';

/** Largest page that an answer may become. */
const PAGE_MAX_BYTES = 8_000_000;

/** Asks the process that renders answers for the HTML of one: server code itself resolves React without what components need. */
export async function renderAt(url: string, text: string, isAllowListOn: boolean): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({ text, isAllowListOn }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`The renderer answered ${response.status}.`);
  return readCapped(response, PAGE_MAX_BYTES);
}
