import 'server-only';
import { number, optionalUrl, text } from './env-fields.ts';
import { isLoopbackHost } from './env-rules.ts';
import { DEFAULT_MAX_AGE_S, DEFAULT_REFRESH_S } from './secrets/policy.ts';

/** Where secrets are kept beside the environment. Files are named by the settings' own names: SESSION_SECRET_FILE. */
export const SECRETS_FIELDS = {
  /** AWS Secrets Manager: name or ARN of one secret, a JSON object of settings and values. Blank: nobody is asked. */
  SECRETS_AWS_ID: text.regex(/^[\w/+=.@:-]*$/, 'is not a name or ARN of a secret'),
  SECRETS_AWS_REGION: text.regex(/^[a-z0-9-]*$/, 'is not a region'),
  SECRETS_AWS_ENDPOINT: optionalUrl,
  /** How often the service is asked. */
  SECRETS_REFRESH_S: number(5, 3_600, DEFAULT_REFRESH_S),
  /** How old its last answer may get; then everything that needs a secret stops. */
  SECRETS_MAX_AGE_S: number(60, 604_800, DEFAULT_MAX_AGE_S),
} as const;

type SecretsSettings = {
  SECRETS_AWS_ID: string;
  SECRETS_AWS_REGION: string;
  SECRETS_AWS_ENDPOINT: string;
  SECRETS_REFRESH_S: number;
  SECRETS_MAX_AGE_S: number;
};

/** What no single field can tell. */
export function secretsProblems(settings: SecretsSettings): string[] {
  const problems: string[] = [];
  if (settings.SECRETS_AWS_ID !== '' && settings.SECRETS_AWS_REGION === '')
    problems.push('SECRETS_AWS_REGION is missing: SECRETS_AWS_ID needs one');
  const endpoint = URL.parse(settings.SECRETS_AWS_ENDPOINT);
  if (endpoint && endpoint.protocol !== 'https:' && !isLoopbackHost(endpoint.hostname))
    problems.push('SECRETS_AWS_ENDPOINT must be https');
  if (settings.SECRETS_MAX_AGE_S < 2 * settings.SECRETS_REFRESH_S)
    problems.push('SECRETS_MAX_AGE_S must be twice SECRETS_REFRESH_S or more');
  return problems;
}
