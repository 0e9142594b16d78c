// The first thing every command runs: plain JavaScript that works on Node 20 with no packages installed.
// It installs what is missing, then hands over to scripts/commands/NAME.ts under the project's own Node.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commands, helpFor, overview } from './bootstrap/commands.mjs';
import { installGitHooks } from './bootstrap/git-hooks.mjs';
import { installPackages } from './bootstrap/install.mjs';
import { modernNode } from './bootstrap/node-binary.mjs';
import { runForwarding } from './bootstrap/run.mjs';
import { hydrateSymlinks } from './bootstrap/symlinks.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} line */
function refuse(line) {
  process.stderr.write(`${line}\n`);
  process.exit(2);
}

/** The TypeScript file of a command: a command of its own, or the main file of a folder. @param {string} name */
function commandFile(name) {
  const file = name.replaceAll(':', '-');
  const places = [`commands/${file}.ts`, `${file}.ts`, `${file}/main.ts`, `${file}/${file}.ts`];
  return places.map((place) => join(root, 'scripts', place)).find((path) => existsSync(path));
}

async function main() {
  const [name = '', ...args] = process.argv.slice(2);
  if (name === '' || name === '--help' || name === '-h') {
    process.stdout.write(overview());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return refuse(`Unknown command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(helpFor(name));
    return 0;
  }
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    return refuse(
      `Node ${process.versions.node} is too old: install Node 24 (20 or newer is needed to begin).`,
    );
  const isLab = process.env.LAB === '1';
  if (command.lab && !isLab)
    return refuse(`"npm run ${name}" belongs to the attack lab: LAB=1 npm run ${name}.`);
  const file = (isLab && commandFile(`lab:${name}`)) || commandFile(name);
  if (!file)
    return refuse(`"npm run ${name}" is not part of this copy: scripts/commands/${name}.ts is missing.`);

  if (command.installs) {
    const failed = await installPackages(root, { toStandardError: args.includes('--json') });
    if (failed !== 0) return failed;
    installGitHooks(root);
  } else if (!existsSync(join(root, 'node_modules', 'next'))) {
    return refuse(`Packages are not installed: run "npm install" first ("npm run ${name}" never installs).`);
  }
  hydrateSymlinks(root);
  const node = modernNode(root);
  if (!node)
    return refuse(
      `Node ${process.versions.node} is too old to run the project here: install Node 24 (22.18 or newer).`,
    );
  return runForwarding(
    node,
    [
      '--conditions=react-server',
      ...(command.conditions ?? []).map((condition) => `--conditions=${condition}`),
      '--disable-warning=ExperimentalWarning',
      file,
      ...args,
    ],
    root,
  );
}

process.exitCode = await main();
