import { CommandError } from '#scripts/console/step.ts';
import { installation } from '#scripts/system/installation.ts';
import { isPrivateAddress, localAddresses } from './addresses.ts';
import { urlOf } from './gate.ts';

/** Where the class's gate stands. `isAlone`: no local network is there, so only this machine reaches it. */
export type ClassPlace = {
  readonly address: string;
  readonly port: number;
  readonly url: string;
  readonly isAlone: boolean;
  /** Other addresses of this machine that could be chosen. */
  readonly others: readonly string[];
};

/**
 * The address and port of the gate: CLASS_HOST and CLASS_PORT, or the first private address of this machine.
 * @throws {CommandError} exit code 2, where an address is not private or a port is none
 */
export function classPlace(env: Readonly<Record<string, string | undefined>> = process.env): ClassPlace {
  const port = Number(env.CLASS_PORT || installation.port + 100);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new CommandError('CLASS_PORT must be 1 to 65535.');
  const found = localAddresses();
  const address = env.CLASS_HOST || found[0] || '127.0.0.1';
  if (!isPrivateAddress(address))
    throw new CommandError(
      'CLASS_HOST is no private address: a class goes over plain http, and that only on a local network.',
    );
  const isAlone = address.startsWith('127.') || address === '::1';
  return {
    address,
    port,
    url: urlOf(address, port),
    isAlone,
    others: found.filter((one) => one !== address),
  };
}
