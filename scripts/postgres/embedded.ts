import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '#scripts/console/step.ts';
import { claim, otherClaims, withLock } from '#scripts/system/claim.ts';
import { installation } from '#scripts/system/installation.ts';
import { dataFolder } from '#scripts/system/paths.ts';
import { freePort, isPortFree } from '#scripts/system/ports.ts';
import {
  initialise,
  runningServer,
  startServer,
  stopServer,
  waitUntilReady,
  type ClusterFiles,
} from './cluster.ts';
import { choosePlace } from './place.ts';

/** The installation's own PostgreSQL, running. */
export type Embedded = {
  readonly port: number;
  /** The superuser's URL: used to create roles, never by the app. */
  readonly adminUrl: string;
  /** Found running instead of started. */
  readonly adopted: boolean;
  /** Stops the server, unless another command still uses it. */
  readonly stop: () => Promise<void>;
};

/** What the launcher remembers between runs: the port, the superuser's password, who uses the server. */
const stateFolder = join(dataFolder, installation.cluster);

function remembered(name: string, make: () => string): string {
  const path = join(stateFolder, name);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const value = make();
  writeFileSync(path, `${value}\n`, { mode: 0o600 });
  return value;
}

/** The port the embedded PostgreSQL was given, or null where there never was one. */
export function embeddedPort(): number | null {
  const path = join(stateFolder, 'port');
  return existsSync(path) ? Number(readFileSync(path, 'utf8')) : null;
}

async function choosePort(): Promise<number> {
  const known = embeddedPort();
  if (known && (await isPortFree(known, '127.0.0.1'))) return known;
  const port = await freePort();
  writeFileSync(join(stateFolder, 'port'), `${port}\n`, { mode: 0o600 });
  return port;
}

function prepare(): ClusterFiles {
  const place = choosePlace();
  const home = join(place.clusters, installation.cluster);
  for (const path of new Set([home, stateFolder])) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, place.account ? 0o711 : 0o700);
  }
  return { place, home, durability: 'keep' };
}

/** Starts the clone's PostgreSQL on a free loopback port chosen once, or adopts the one already running on its data. */
export async function startEmbedded(): Promise<Embedded> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) throw error;
    throw new CommandError(
      `${stateFolder} belongs to another user: run as that user, or move the folder away.`,
    );
  }
}

async function start(): Promise<Embedded> {
  const files = prepare();
  const claims = join(stateFolder, 'attached');
  const lock = join(stateFolder, 'lock');
  const password = remembered('superuser', () => randomBytes(24).toString('base64url'));
  const { port, adopted } = await withLock(lock, async () => {
    if (runningServer(files) && (await waitUntilReady(files))) {
      const server = runningServer(files);
      if (server) {
        if (server.port !== embeddedPort())
          writeFileSync(join(stateFolder, 'port'), `${server.port}\n`, { mode: 0o600 });
        claim(claims);
        return { port: server.port, adopted: true };
      }
    }
    await initialise(files, password);
    const chosen = await choosePort();
    await startServer(files, chosen);
    claim(claims);
    return { port: chosen, adopted: false };
  });
  const stop = () =>
    withLock(lock, async () => {
      claim(claims)();
      if (otherClaims(claims) === 0) await stopServer(files, 'fast');
    });
  return { port, adopted, stop, adminUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres` };
}
