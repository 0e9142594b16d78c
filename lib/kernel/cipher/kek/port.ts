import 'server-only';
import type { DataKeyContext } from '../context.ts';

/** What a wrap is bound to: the row of the data key, and what that key is for. */
export type WrapContext = DataKeyContext & { readonly keyId: string };

/** A data key as it is stored. `kekId` names the key-encryption key that it is wrapped by. */
export type Wrapped = { readonly kekId: string; readonly wrapped: Uint8Array };

/**
 * Where key-encryption keys are: on a ring that this process holds, or with a service that never gives them away.
 *
 * Fails closed. `CipherError` says that this wrap will not open here, whatever the reason; `AppError('busy')` that the service
 * could not be asked, and that a later try may succeed.
 */
export type KekProvider = {
  /** Wraps 32 bytes by the active key-encryption key. */
  readonly wrap: (context: WrapContext, key: Buffer) => Promise<Wrapped>;
  /** The 32 bytes again. */
  readonly unwrap: (stored: Wrapped, context: WrapContext) => Promise<Buffer>;
};
