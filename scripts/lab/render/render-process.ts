import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError } from '#scripts/console/step.ts';
import { type Child, startChild } from '#scripts/start/child.ts';
import { root } from '#scripts/system/paths.ts';

const hooks = pathToFileURL(join(root, 'scripts', 'lab', 'render', 'read-tsx.mjs')).href;
const server = join(root, 'scripts', 'lab', 'render', 'serve-render.ts');

/**
 * Starts a process that renders answers with the chat's own component, as a page would be made for a browser. It is one of its own
 * because server code resolves React without what components need.
 * @returns the process and the address that takes `POST {text, isAllowListOn}` and answers with HTML
 */
export async function startRenderProcess(): Promise<{ child: Child; url: string }> {
  const child = startChild(['--import', hooks, '--disable-warning=ExperimentalWarning', server], {
    ...process.env,
    NODE_OPTIONS: '',
    NODE_ENV: 'production',
  });
  const url = await new Promise<string>((resolve) => {
    child.process.once('message', (message) => resolve(String(message)));
    void child.ended.then(() => resolve(''));
  });
  if (url !== '') return { child, url };
  throw new CommandError(`The renderer did not start:\n${child.output().trim()}`, 1);
}
