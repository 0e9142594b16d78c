import {
  appendFileSync,
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { parseEnv as parseText } from 'node:util';
import { CommandError } from '#scripts/console/step.ts';
import { installation } from '#scripts/system/installation.ts';
import { replaceFile } from './replace-file.ts';

export type Settings = Readonly<Record<string, string>>;

/** Where secrets and settings of this installation are kept, unless SETTINGS_FILE names another place. Never read by tests. */
export const settingsFile = process.env.SETTINGS_FILE || installation.settingsFile;

/** Tells a process where to look again for its ring of keys; nothing where the environment has it, which can't change. */
export function reloadSetting(): Settings {
  return process.env.KEK_KEYRING === undefined ? { KEK_RELOAD_FILE: settingsFile } : {};
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'EACCES' && code !== 'EPERM') throw error;
    throw new CommandError(`${path} belongs to another user: run as that user, or move the file away.`);
  }
}

/** The settings in a file; none where there is no file. */
export function readSettingsFile(path = settingsFile): Settings {
  if (!existsSync(path)) return {};
  const entries = Object.entries(parseText(guarded(path, () => readFileSync(path, 'utf8'))));
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']));
}

/**
 * The settings in force: the environment's, then the file's, then what the installation brings along. A blank in the environment
 * hides what the file says.
 */
export function readSettings(path = settingsFile): Settings {
  const environment = Object.entries(process.env).map(([name, value]) => [name, value ?? '']);
  return { ...installation.settings, ...readSettingsFile(path), ...Object.fromEntries(environment) };
}

/** Makes the file private (0600) where it is not: it holds every secret. */
function makePrivate(path: string): void {
  if (process.platform === 'win32') return;
  if ((statSync(path).mode & 0o077) !== 0) guarded(path, () => chmodSync(path, 0o600));
}

/**
 * Adds the settings that the file lacks. What it holds already is never changed, not even a blank.
 * @returns the names that were added
 */
export function addMissingSettings(wanted: Settings, path = settingsFile): string[] {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    guarded(path, () => closeSync(openSync(path, 'wx', 0o600)));
    writeFileSync(
      path,
      '# Secrets and settings of this clone. Keep it to yourself: see SECURITY.md and .env.example.\n',
    );
  }
  makePrivate(path);
  const present = readSettingsFile(path);
  const missing = Object.entries(wanted).filter(([name]) => !Object.hasOwn(present, name));
  if (missing.length === 0) return [];
  const text = readFileSync(path, 'utf8');
  const lines = missing.map(([name, value]) => `${name}=${value}\n`).join('');
  guarded(path, () => appendFileSync(path, `${text === '' || text.endsWith('\n') ? '' : '\n'}${lines}`));
  return missing.map(([name]) => name);
}

/**
 * Points connection strings that set-up wrote at another server or port. Passwords and all other lines stay as they are.
 * @param urls by setting; only lines that exist are rewritten
 */
export function repointSettings(urls: Settings, path = settingsFile): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  const changed = lines.map((line) => {
    const name = /^\s*(DATABASE_URL_[A-Z]+)\s*=/.exec(line)?.[1];
    return name && urls[name] ? `${name}=${urls[name]}` : line;
  });
  if (changed.join('\n') !== lines.join('\n')) writeFileSync(path, changed.join('\n'), { mode: 0o600 });
}

/**
 * Changes settings in one step: whoever reads the file, also after a crash, finds all of the changes or none.
 * @param changes null takes a line out; a setting that has no line gets one at the end
 */
export function changeSettings(changes: Readonly<Record<string, string | null>>, path = settingsFile): void {
  const open = new Map(Object.entries(changes));
  const kept = readFileSync(path, 'utf8')
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line) => {
      const name = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=/.exec(line)?.[1];
      if (name === undefined || !Object.hasOwn(changes, name)) return [line];
      open.delete(name);
      const value = changes[name];
      return value === null ? [] : [`${name}=${value}`];
    });
  const added = [...open].flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]));
  replaceFile(path, `${[...kept, ...added].join('\n')}\n`);
}
