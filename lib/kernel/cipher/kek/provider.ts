import 'server-only';
import { env } from '../../env.ts';
import type { KekProvider } from './port.ts';
import { ringProvider } from './ring-provider.ts';

const ring = ringProvider(() => env().KEK_KEYRING);

/** The key-encryption keys that the settings name. */
export function keyEncryption(): KekProvider {
  return ring;
}
