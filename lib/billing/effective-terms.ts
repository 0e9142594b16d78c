import 'server-only';
import { isPlanCode } from './catalogue.ts';

/** Which plan runs and whether it does, with what was agreed for a later day: columns of `cs.subscription`. */
export type Terms = { planCode: string; status: string; next: string | null; nextOn: string | null };

/**
 * The terms as they hold on `day`: a smaller plan, a pause or an end whose day has come is in force, also before anything
 * writes it down. Every reader of a plan asks here.
 */
export function termsOn(stored: Terms, day: string): Terms {
  const { next, nextOn } = stored;
  if (next === null || nextOn === null || nextOn > day) return { ...stored };
  const settled = { ...stored, next: null, nextOn: null };
  return isPlanCode(next) ? { ...settled, planCode: next } : { ...settled, status: next };
}

/** Where bills go on `day`: a new address takes over after its cooling-off days. */
export function addressOn(
  stored: { email: string; pendingEmail: string | null; pendingEmailOn: string | null },
  day: string,
): { email: string; pending: { email: string; on: string } | null } {
  const { email, pendingEmail, pendingEmailOn } = stored;
  if (pendingEmail === null || pendingEmailOn === null) return { email, pending: null };
  if (pendingEmailOn <= day) return { email: pendingEmail, pending: null };
  return { email, pending: { email: pendingEmail, on: pendingEmailOn } };
}
