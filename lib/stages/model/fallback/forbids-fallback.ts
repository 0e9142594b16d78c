import 'server-only';
import { fault } from '#faults';
import { FALLBACK_RULES, type FallbackCase } from './policy.ts';

/** Why privacy forbids this second provider, in words; null where it may be asked. */
export function forbidsFallback(one: FallbackCase): string | null {
  if (fault('fallback-unasked')) return null;
  return FALLBACK_RULES.find(({ forbids }) => forbids(one))?.say ?? null;
}
