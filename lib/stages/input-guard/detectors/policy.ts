import 'server-only';

/** Where each detector is asked when no other address is set; `http` has none. */
export const DETECTOR_URLS = {
  lakera: 'https://api.lakera.ai/v2/guard',
  'openai-moderation': 'https://api.openai.com/v1/moderations',
  http: '',
} as const;
export type DetectorName = keyof typeof DETECTOR_URLS;

export const MODERATION_MODEL = 'omni-moderation-latest';
/** A verdict is a few hundred bytes; what is longer is none. */
export const ANSWER_MAX_BYTES = 64_000;
