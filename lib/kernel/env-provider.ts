import 'server-only';
import { flag, optionalUrl, text } from './env-fields.ts';
import { isLoopbackHost, isPlaceholder } from './env-rules.ts';

/** Blank, one key of a provider, or several with commas between: the first is the active one. */
const providerKeys = text
  .transform((value) => value.split(/[,\n]/).map((key) => key.trim()))
  .refine((keys) => !keys.some(isPlaceholder), 'is a placeholder')
  .refine((keys) => keys.every((key) => /^[\x21-\x7e]*$/.test(key)), 'holds a character that no key has')
  .transform((keys) => keys.filter((key) => key !== '').join(','));

/** Settings of the model's provider, as fields of the one shape in `env.ts`. */
export const PROVIDER_FIELDS = {
  OPENAI_API_KEY: providerKeys,
  /** The same, under the name that says that there are several; wins over OPENAI_API_KEY. */
  OPENAI_API_KEYS: providerKeys,
  /** A file that holds them, one a line; wins over both, and is read again when it changes. */
  OPENAI_API_KEY_FILE: text,
  OPENAI_BASE_URL: optionalUrl,
  OPENAI_MODEL: text,
  /** Which family of providers it is; blank goes by the host. The model room's table has the names. */
  OPENAI_FAMILY: text.regex(/^[a-z-]{0,20}$/, 'is not a name of a provider family'),
  /** `api-version`, which Azure's dated addresses ask for. */
  OPENAI_API_VERSION: text.regex(/^[0-9a-z.-]{0,40}$/, 'is not an API version'),
  /** USD per million tokens of a model that the table of prices does not list: input, cached input, output. */
  MODEL_PRICE: text.regex(
    /^(\d{1,4}(\.\d{1,6})?(,\d{1,4}(\.\d{1,6})?){2})?$/,
    'is not three amounts with commas between: USD per million tokens of input, cached input, output',
  ),
  /** PEM files: who we are to the provider, and who may vouch for it. */
  OPENAI_TLS_CERT_FILE: text,
  OPENAI_TLS_KEY_FILE: text,
  OPENAI_TLS_CA_FILE: text,
} as const;

/** These settings, parsed: texts, blank where not set. */
export type ProviderEnv = Readonly<Record<keyof typeof PROVIDER_FIELDS, string>>;

/**
 * A second provider, asked where the first one does not answer: another processor of what people write. Off while FALLBACK_BASE_URL
 * is blank.
 */
export const FALLBACK_FIELDS = {
  FALLBACK_BASE_URL: optionalUrl,
  FALLBACK_API_KEYS: providerKeys,
  FALLBACK_MODEL: text,
  FALLBACK_FAMILY: text.regex(/^[a-z-]{0,20}$/, 'is not a name of a provider family'),
  FALLBACK_API_VERSION: text.regex(/^[0-9a-z.-]{0,40}$/, 'is not an API version'),
  /** 1 says that it may keep what the first provider is told not to. */
  FALLBACK_KEEPS_MORE: flag,
} as const;

/** These settings, parsed. */
export type FallbackEnv = Readonly<
  Record<Exclude<keyof typeof FALLBACK_FIELDS, 'FALLBACK_KEEPS_MORE'>, string> & {
    FALLBACK_KEEPS_MORE: boolean;
  }
>;

/** What no single field can tell. */
export function providerProblems(parsed: {
  OPENAI_BASE_URL: string;
  OPENAI_TLS_CERT_FILE: string;
  OPENAI_TLS_KEY_FILE: string;
}): string[] {
  const problems: string[] = [];
  if ((parsed.OPENAI_TLS_CERT_FILE === '') !== (parsed.OPENAI_TLS_KEY_FILE === ''))
    problems.push('OPENAI_TLS_CERT_FILE and OPENAI_TLS_KEY_FILE: set both or none');
  const address = URL.parse(parsed.OPENAI_BASE_URL);
  if (address && (address.username !== '' || address.password !== ''))
    problems.push('OPENAI_BASE_URL must hold no name and no password: keys go into OPENAI_API_KEY');
  return problems;
}

/** Off, or whole: an address, a model, and a first provider that it stands behind. */
export function fallbackProblems(
  parsed: FallbackEnv & { OPENAI_API_KEY: string; OPENAI_API_KEYS: string } & {
    OPENAI_API_KEY_FILE: string;
    OPENAI_BASE_URL: string;
  },
): string[] {
  const { FALLBACK_BASE_URL: address, FALLBACK_MODEL: model } = parsed;
  if (address === '')
    return model === '' && parsed.FALLBACK_API_KEYS === ''
      ? []
      : ['FALLBACK_BASE_URL is missing: without it no second provider is asked'];
  const problems: string[] = [];
  if (model === '') problems.push('FALLBACK_MODEL is missing: FALLBACK_BASE_URL needs one');
  const first = [
    parsed.OPENAI_API_KEY,
    parsed.OPENAI_API_KEYS,
    parsed.OPENAI_API_KEY_FILE,
    parsed.OPENAI_BASE_URL,
  ];
  if (first.every((value) => value === ''))
    problems.push('FALLBACK_BASE_URL is set, and there is no first provider to stand behind: set OPENAI_*');
  const { hostname, username, password, protocol } = new URL(address);
  if (username !== '' || password !== '')
    problems.push('FALLBACK_BASE_URL must hold no name and no password: keys go into FALLBACK_API_KEYS');
  if (protocol !== 'https:' && !isLoopbackHost(hostname)) problems.push('FALLBACK_BASE_URL must be https');
  return problems;
}
