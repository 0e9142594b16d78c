import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { labSettings } from '../lab-settings.ts';

/** A MAC by the lab's secret, for one purpose alone. */
export function labMac(purpose: 'player' | 'flag', ...parts: readonly string[]): Buffer {
  return createHmac('sha256', labSettings().LAB_SECRET)
    .update([purpose, ...parts].join('\0'))
    .digest();
}

/** Whether two texts are equal, in a time that does not tell where they differ. */
export function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The value of a player's cookie. It holds for one class: the next one's players have other ids. */
export function playerCookie(playerId: string): string {
  return `${playerId}.${labMac('player', playerId).toString('base64url')}`;
}

/** Which player a cookie's value names; null where it is forged, altered or none. */
export function playerOfCookie(value: string | undefined): string | null {
  const [playerId = '', mac = ''] = (value ?? '').split('.');
  if (!z.uuid().safeParse(playerId).success) return null;
  return sameText(playerCookie(playerId), `${playerId}.${mac}`) ? playerId : null;
}
