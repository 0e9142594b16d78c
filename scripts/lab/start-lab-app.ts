import { INSTALLATIONS } from '#scripts/system/installation.ts';
import { startApp, type TestApp } from '#scripts/test/start-app.ts';
import { addLabSchema, labSecrets } from './prepare-lab.ts';

/** A lab: the app, and the key that outside clients show. */
export type LabApp = TestApp & { readonly labKey: string };

/** Starts the attack lab's build on a database of its own, for tests and for clients that are tried on it. */
export async function startLabApp(env: Record<string, string> = {}): Promise<LabApp> {
  const secrets = labSecrets();
  const addLab = async (adminUrl: string, prefix: string) => {
    await addLabSchema(adminUrl, prefix);
    return { ...INSTALLATIONS.lab.settings, ...secrets, ...env };
  };
  return { ...(await startApp({ addLab })), labKey: secrets.LAB_KEY ?? '' };
}
