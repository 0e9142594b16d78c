import 'server-only';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { TlsFiles } from './provider-fetch.ts';

/**
 * Reads the PEM files of a connection on which both sides show who they are; a blank path is left out. Read once: other
 * certificates take a restart.
 * @throws {Error} that names the setting and never the content
 */
export function readTlsFiles(paths: { cert: string; key: string; ca: string }): TlsFiles {
  const cert = read('OPENAI_TLS_CERT_FILE', paths.cert);
  const key = read('OPENAI_TLS_KEY_FILE', paths.key);
  const ca = read('OPENAI_TLS_CA_FILE', paths.ca);
  const files = { ...(cert ? { cert } : {}), ...(key ? { key } : {}), ...(ca ? { ca } : {}) };
  try {
    createSecureContext(files);
  } catch {
    throw new Error(
      'OPENAI_TLS_CERT_FILE, OPENAI_TLS_KEY_FILE, OPENAI_TLS_CA_FILE: they can’t be used together.',
    );
  }
  return files;
}

function read(setting: string, path: string): string {
  if (path === '') return '';
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Error(`${setting}: the file can't be read.`);
  }
  if (!text.includes('-----BEGIN ')) throw new Error(`${setting}: the file is no PEM.`);
  return text;
}
