import 'server-only';
import type { Attack } from '#lib/contract/lab/attack.ts';

/** Attacks as JSON lines, one a line, as other tools read them. */
export function writePack(attacks: readonly Attack[]): string {
  return attacks.map((attack) => `${JSON.stringify(attack)}\n`).join('');
}
