import 'server-only';
import { z } from 'zod';
import { type DetectorName, MODERATION_MODEL } from './policy.ts';

/** How one detector is asked over HTTP: the body it takes, and whether its answer says "flagged". */
export type DetectorWire = {
  readonly body: (text: string) => object;
  readonly isFlagged: (answer: unknown) => boolean;
};

const flagged = z.looseObject({ flagged: z.boolean() });
const moderation = z.looseObject({ results: z.array(flagged).min(1) });

/**
 * Lakera Guard, API v2: the policy of the key's project decides. OpenAI's moderation endpoint: any category of any result. `http` is
 * the least that a detector of your own must speak: `{"text"}` in, `{"flagged"}` out.
 */
export const DETECTOR_WIRES: Readonly<Record<DetectorName, DetectorWire>> = {
  lakera: {
    body: (text) => ({ messages: [{ role: 'user', content: text }] }),
    isFlagged: (answer) => flagged.parse(answer).flagged,
  },
  'openai-moderation': {
    body: (text) => ({ model: MODERATION_MODEL, input: text }),
    isFlagged: (answer) => moderation.parse(answer).results.some((result) => result.flagged),
  },
  http: {
    body: (text) => ({ text }),
    isFlagged: (answer) => flagged.parse(answer).flagged,
  },
};
