import 'server-only';
import type * as Kms from '@aws-sdk/client-kms';
import { AppError, reduceError } from '../../errors.ts';
import { log } from '../../log.ts';
import { CipherError } from '../envelope.ts';
import { KMS_CALL, KMS_PREFIX } from './policy.ts';
import type { KekProvider, WrapContext } from './port.ts';

export type KmsSettings = {
  /** Key ids or ARNs. The first wraps; the others only unwrap. */
  readonly keyIds: readonly string[];
  readonly region: string;
  /** Another address than the region's own; blank is none. */
  readonly endpoint: string;
};

/** Answers that are about the wrap itself. All others are about the service, which may answer otherwise in a moment. */
const WILL_NOT_OPEN = new Set(['InvalidCiphertextException', 'IncorrectKeyException', 'ValidationException']);

/**
 * Wraps by keys of AWS KMS that never leave it. Credentials come from where the SDK looks for them. Fails closed: throttled, denied,
 * disabled, slow or away is `busy`; a wrap that belongs elsewhere or was altered is a `CipherError`.
 */
export function kmsProvider(settings: KmsSettings): KekProvider {
  let made: Promise<{ kms: typeof Kms; client: Kms.KMSClient }> | undefined;
  const connect = () => (made ??= open(settings));
  return {
    async wrap(context, key) {
      const [keyId] = settings.keyIds;
      if (!keyId) throw new CipherError();
      const { CiphertextBlob: wrapped } = await asked(async (abortSignal) => {
        const { kms, client } = await connect();
        const input = { KeyId: keyId, Plaintext: key, EncryptionContext: encryptionContext(context) };
        return client.send(new kms.EncryptCommand(input), { abortSignal });
      });
      if (!wrapped) throw new CipherError();
      return { kekId: `${KMS_PREFIX}${keyId}`, wrapped };
    },
    async unwrap({ kekId, wrapped }, context) {
      const keyId = kekId.slice(KMS_PREFIX.length);
      // The ciphertext names a key too: only those that the settings name are asked, whatever it says.
      if (!settings.keyIds.includes(keyId)) throw new CipherError();
      const { Plaintext: key } = await asked(async (abortSignal) => {
        const { kms, client } = await connect();
        const input = {
          KeyId: keyId,
          CiphertextBlob: wrapped,
          EncryptionContext: encryptionContext(context),
        };
        return client.send(new kms.DecryptCommand(input), { abortSignal });
      });
      if (!key) throw new CipherError();
      return Buffer.from(key);
    },
  };
}

/** Loaded only where the settings name a key of KMS. */
async function open({ region, endpoint }: KmsSettings) {
  const kms = await import('@aws-sdk/client-kms');
  const client = new kms.KMSClient({
    region,
    ...(endpoint ? { endpoint } : {}),
    maxAttempts: KMS_CALL.attempts,
    requestHandler: {
      connectionTimeout: KMS_CALL.connectMs,
      requestTimeout: KMS_CALL.requestMs,
      throwOnRequestTimeout: true,
    },
  });
  return { kms, client };
}

/** Bound to the wrap by KMS as additional authenticated data, and written to CloudTrail: ids alone. */
function encryptionContext({ keyId, scope, scopeId, tenantId, personId }: WrapContext) {
  return { use: 'countersign data key', keyId, scope, scopeId, tenantId, personId };
}

async function asked<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return await call(AbortSignal.timeout(KMS_CALL.totalMs));
  } catch (error) {
    const { name, code } = reduceError(error);
    if (WILL_NOT_OPEN.has(name)) throw new CipherError();
    log.error('keys.unavailable', { errorName: name, errorCode: code });
    throw new AppError('busy', { retryAfterS: KMS_CALL.retryAfterS, cause: { name, code } });
  }
}
