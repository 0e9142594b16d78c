import 'server-only';
import type * as SecretsManager from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';
import { MAX_SECRET_BYTES, SERVICE_CALL } from './policy.ts';
import { isSecretName, type SecretSource, type SecretValues } from './secret-source.ts';

export type AwsSettings = { secretId: string; region: string; endpoint: string };

/** The service did not give what was asked for. Holds a code of its own and never what it said. */
export class SecretServiceError extends Error {
  readonly code: string;
  constructor(code: string) {
    super('The secrets service gave no secrets.');
    this.name = 'SecretServiceError';
    this.code = code;
  }
}

/** One JSON object of settings and values, as the console of the service writes it. */
const bundleSchema = z.record(z.string().max(100), z.string().max(MAX_SECRET_BYTES));

/**
 * One secret of AWS Secrets Manager that holds all of the application's, by its current version. Credentials come from where the SDK
 * looks for them. Throttled and broken calls are tried again by the SDK, within SERVICE_CALL.
 */
export function awsSource(settings: AwsSettings): SecretSource {
  let made: Promise<Opened> | undefined;
  return {
    name: 'aws-secrets-manager',
    async read() {
      const { sdk, client } = await (made ??= openClient(settings));
      const input = { SecretId: settings.secretId, VersionStage: 'AWSCURRENT' };
      const abortSignal = AbortSignal.timeout(SERVICE_CALL.totalMs);
      let text: string | undefined;
      try {
        ({ SecretString: text } = await client.send(new sdk.GetSecretValueCommand(input), { abortSignal }));
      } catch (error) {
        // Its messages quote names and requests.
        throw new SecretServiceError(error instanceof Error ? error.name.slice(0, 60) : 'none');
      }
      return readBundle(text ?? '');
    },
  };
}

type Opened = { sdk: typeof SecretsManager; client: SecretsManager.SecretsManagerClient };

/** Loaded only where the settings name a secret of the service. */
async function openClient({ region, endpoint }: AwsSettings): Promise<Opened> {
  const sdk = await import('@aws-sdk/client-secrets-manager');
  const client = new sdk.SecretsManagerClient({
    region,
    ...(endpoint ? { endpoint } : {}),
    maxAttempts: SERVICE_CALL.attempts,
    requestHandler: {
      connectionTimeout: SERVICE_CALL.connectMs,
      requestTimeout: SERVICE_CALL.requestMs,
      throwOnRequestTimeout: true,
    },
  });
  return { sdk, client };
}

/** Names that are no secret of ours are left alone: another program may keep its own beside them. Nothing of ours is no answer. */
function readBundle(text: string): SecretValues {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new SecretServiceError('no_json');
  }
  const parsed = bundleSchema.safeParse(json);
  if (!parsed.success) throw new SecretServiceError('other_shape');
  const entries = Object.entries(parsed.data).flatMap(([name, value]) =>
    isSecretName(name) && value.trim() !== '' ? [[name, value.trim()] as const] : [],
  );
  if (entries.length === 0) throw new SecretServiceError('nothing_ours');
  return Object.fromEntries(entries);
}
