import { INSTALLATIONS } from '#scripts/system/installation.ts';
import { startApp, type TestApp } from '#scripts/test/start-app.ts';
import { addLabSchema, labSecrets } from './prepare-lab.ts';
import { supportLab } from './support.ts';

/** A lab: the app, and the key that outside clients show. */
export type LabApp = TestApp & { readonly labKey: string };

/** Starts the attack lab's build on a database of its own, for tests and for clients that are tried on it. */
export async function startLabApp(env: Record<string, string> = {}): Promise<LabApp> {
  const secrets = labSecrets();
  const stops: (() => Promise<void>)[] = [];
  const addLab = async (adminUrl: string, prefix: string) => {
    await addLabSchema(adminUrl, prefix);
    const { settings, stop } = await supportLab(adminUrl);
    stops.push(stop);
    return { ...INSTALLATIONS.lab.settings, ...secrets, ...settings, ...env };
  };
  const app = await startApp({ addLab });
  stops.push(app.stop);
  const stop = async () => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  return { ...app, labKey: secrets.LAB_KEY ?? '', stop };
}
