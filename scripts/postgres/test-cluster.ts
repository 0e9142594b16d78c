import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { claim, otherClaims } from '#scripts/system/claim.ts';
import { freePort } from '#scripts/system/ports.ts';
import { initialise, startServer, stopServer, type ClusterFiles } from './cluster.ts';
import { choosePlace, type Place } from './place.ts';

/** A PostgreSQL of one test run. */
export type TestCluster = {
  readonly adminUrl: string;
  /** Stops the server and removes its files. */
  readonly stop: () => Promise<void>;
  /** Ends it as a crash does, and starts it again where it was: what was committed is there, connections are not. */
  readonly crash: () => Promise<void>;
};

let started = 0;

async function remove(files: ClusterFiles): Promise<void> {
  if (existsSync(join(files.home, 'data'))) await stopServer(files, 'immediate');
  rmSync(files.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Stops and removes clusters whose test run is dead: it was interrupted, or killed. */
export async function removeStaleClusters(place: Place = choosePlace()): Promise<void> {
  for (const name of readdirSync(place.clusters)) {
    if (!name.startsWith('test-')) continue;
    const home = join(place.clusters, name);
    const mine = name.startsWith(`test-${process.pid}-`);
    if (mine || otherClaims(join(home, 'owner')) > 0) continue;
    await remove({ place, home, durability: 'throwaway' });
  }
}

/** Starts a fast, forgetful cluster in `.data/test-<pid>-<n>` for as long as this process lives. */
export async function startTestCluster(): Promise<TestCluster> {
  const place = choosePlace();
  await removeStaleClusters(place);
  started += 1;
  const home = join(place.clusters, `test-${process.pid}-${started}`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home);
  claim(join(home, 'owner'));
  chmodSync(home, place.account ? 0o711 : 0o700);
  const files: ClusterFiles = { place, home, durability: 'throwaway' };
  const password = randomBytes(18).toString('base64url');
  const port = await freePort();
  try {
    await initialise(files, password);
    await startServer(files, port);
  } catch (error) {
    await remove(files);
    throw error;
  }
  return {
    adminUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => remove(files),
    crash: async () => {
      await stopServer(files, 'immediate');
      await startServer(files, port);
    },
  };
}
