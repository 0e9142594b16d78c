import { join } from 'node:path';
import { CommandError } from '#scripts/console/step.ts';
import { root } from '#scripts/system/paths.ts';
import { startChild, type Child } from './child.ts';

const command = join(root, 'scripts', 'commands', 'demo-model.ts');

/**
 * Starts the scripted demonstration model in a process of its own, on a free loopback port.
 * @returns the process and the address that an OpenAI client takes as its base URL
 */
export async function startDemoModelProcess(
  env: Readonly<Record<string, string>>,
): Promise<{ child: Child; url: string }> {
  const args = ['--conditions=react-server', '--disable-warning=ExperimentalWarning', command, '--port', '0'];
  const child = startChild(args, { ...process.env, ...env, NODE_ENV: 'production' });
  const url = await new Promise<string>((resolve) => {
    child.process.once('message', (message) => resolve(String(message)));
    void child.ended.then(() => resolve(''));
  });
  if (url !== '') return { child, url };
  throw new CommandError(`The demonstration model did not start:\n${child.output().trim()}`, 1);
}
