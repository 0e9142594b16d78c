import 'server-only';
import { readCapped } from '#lib/kernel/http.ts';
import type { Detector } from '#lib/kernel/ports.ts';
import { DETECTOR_WIRES } from './detector-wires.ts';
import { ANSWER_MAX_BYTES, type DetectorName } from './policy.ts';

export type DetectorSettings = {
  readonly name: DetectorName;
  readonly url: string;
  /** Sent as a bearer token; blank for none. */
  readonly apiKey: string;
  readonly timeoutMs: number;
};

/** A detector behind HTTP. Its `judge` rejects for anything but a verdict in time: no answer, a status, another form, too many bytes. */
export function httpDetector({ name, url, apiKey, timeoutMs }: DetectorSettings): Detector {
  const { body, isFlagged } = DETECTOR_WIRES[name];
  return {
    name,
    async judge(text, signal) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }),
        },
        body: JSON.stringify(body(text)),
        // What another host answers is no verdict, and the key is for this one.
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new Error(`${name} answered ${response.status}`);
      }
      return isFlagged(JSON.parse(await readCapped(response, ANSWER_MAX_BYTES))) ? 'flag' : 'pass';
    },
  };
}
