import 'server-only';

/**
 * What credentials look like, as published by those who issue them. Every pattern starts with a fixed prefix and has
 * one bounded repetition after it, so matching is linear. `\b` is avoided: keys are often glued to other text.
 */
export const SECRET_SHAPES = [
  { id: 'openai', pattern: 'sk-[A-Za-z0-9_-]{16,256}' },
  { id: 'stripe', pattern: '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,128}' },
  { id: 'webhook', pattern: 'whsec_[A-Za-z0-9+/=]{16,128}' },
  { id: 'aws', pattern: '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}' },
  { id: 'github', pattern: '(?:gh[oprsu]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{22,255})' },
  { id: 'gitlab', pattern: 'glpat-[A-Za-z0-9_-]{20,64}' },
  { id: 'slack', pattern: 'xox[abeoprs]-[A-Za-z0-9-]{10,250}' },
  { id: 'google', pattern: 'AIza[A-Za-z0-9_-]{30,45}' },
  { id: 'npm', pattern: 'npm_[A-Za-z0-9]{30,64}' },
  { id: 'hugging-face', pattern: 'hf_[A-Za-z0-9]{30,64}' },
  { id: 'sendgrid', pattern: 'SG\\.[A-Za-z0-9_-]{16,64}\\.[A-Za-z0-9_-]{16,64}' },
  {
    id: 'json-web-token',
    pattern: 'eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,4000}(?:\\.[A-Za-z0-9_-]{0,1000})?',
  },
  { id: 'key-ring', pattern: 'kek-[0-9]{1,4}:[A-Za-z0-9+/=_-]{32,64}' },
  { id: 'url-credentials', pattern: '[a-z][a-z0-9+]{2,15}://[^\\s:@/]{1,64}:[^\\s@/]{1,128}@' },
] as const;

/** The first credential in a text. */
export const FIRST_SECRET = new RegExp(SECRET_SHAPES.map(({ pattern }) => pattern).join('|'));

/** A whole private key in PEM form, or what follows its first line when the last is missing. */
export const PEM_BLOCK =
  /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s:,\\]{0,20000}(?:-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----)?/g;
