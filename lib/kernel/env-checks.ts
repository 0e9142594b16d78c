import 'server-only';
import { PLANTS_FAULTS } from '#faults';
import type { Parsed } from './env.ts';
import { keyProblems } from './env-keys.ts';
import { fallbackProblems, providerProblems } from './env-provider.ts';
import { isLoopbackHost, looksLikeKey, secretWeakness } from './env-rules.ts';
import { secretsProblems } from './env-secrets.ts';
import { SECRET_NAMES } from './secrets/secret-source.ts';

/** What no single field can tell. */
export function crossChecks(parsed: Parsed, publicUrl: URL): string[] {
  const problems: string[] = [];
  if (!isLoopbackHost(publicUrl.hostname) && publicUrl.protocol === 'http:')
    problems.push('PUBLIC_URL must be https for a host other than localhost');
  if (parsed.DEMO) problems.push(...publicProblems('DEMO', parsed, publicUrl));
  if (PLANTS_FAULTS) problems.push(...publicProblems('LAB', parsed, publicUrl));
  if (parsed.DEMO && secretWeakness(parsed.DEMO_PASSWORD, 9)) {
    problems.push(`DEMO_PASSWORD ${secretWeakness(parsed.DEMO_PASSWORD, 9)}`);
  }
  problems.push(...keyProblems(parsed));
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const missing = oidc.filter((name) => parsed[name] === '');
  if (missing.length > 0 && missing.length < oidc.length)
    problems.push(`${missing.join(', ')}: set all of OIDC_* or none`);
  if (parsed.DETECTOR === 'http' && parsed.DETECTOR_URL === '')
    problems.push('DETECTOR_URL is missing: DETECTOR=http needs one');
  problems.push(...providerProblems(parsed), ...fallbackProblems(parsed), ...secretsProblems(parsed));
  const detector = URL.parse(parsed.DETECTOR_URL);
  if (detector && detector.protocol !== 'https:' && !isLoopbackHost(detector.hostname))
    problems.push('DETECTOR_URL must be https');
  const issuer = URL.parse(parsed.OIDC_ISSUER);
  if (issuer && issuer.protocol !== 'https:' && !isLoopbackHost(issuer.hostname))
    problems.push('OIDC_ISSUER must be https');
  return problems;
}

/** Whether this switch, which is on, opens to everyone what is meant for this machine. */
export function publicProblems(
  name: string,
  parsed: Pick<Parsed, 'HOST' | 'CONFIRM_PUBLIC_DEMO'>,
  publicUrl: URL,
): string[] {
  // Two ways to be reached from outside: the address that is published, and the one that is listened on.
  const isPublic = !isLoopbackHost(publicUrl.hostname);
  const openings = [...(isPublic ? ['PUBLIC_URL'] : []), ...(isLoopbackHost(parsed.HOST) ? [] : ['HOST'])];
  if (openings.length === 0 || parsed.CONFIRM_PUBLIC_DEMO) return [];
  return [
    `${name}=1 with a public ${openings.join(' and ')} opens the demonstration to everyone: unset one, or set CONFIRM_PUBLIC_DEMO=1`,
  ];
}

/** Credentials that a NEXT_PUBLIC_ name would put into every browser. */
export function exposedKeys(source: Record<string, string | undefined>): string[] {
  const values = SECRET_NAMES.flatMap((name) => [source[name] ?? '', ...(source[name] ?? '').split(',')]);
  const known = new Set(values.map((value) => value.trim()).filter((value) => value.length >= 8));
  return Object.entries(source)
    .filter(
      ([name, value]) =>
        name.startsWith('NEXT_PUBLIC_') && value && (known.has(value) || looksLikeKey(name, value)),
    )
    .map(
      ([name]) =>
        `${name} holds what looks like a credential, and NEXT_PUBLIC_ names are sent to every browser`,
    );
}
