import 'server-only';

/** Tax in whole minor units, half a unit rounded up. `ratePpm` is in millionths: 230000 is 23 %. */
export function taxOn(baseMinor: number, ratePpm: number): number {
  return Math.floor((2 * baseMinor * ratePpm + 1_000_000) / 2_000_000);
}

/** `percent` of an amount, in whole minor units, half a unit rounded up. */
export function percentOf(amountMinor: number, percent: number): number {
  return Math.floor((2 * amountMinor * percent + 100) / 200);
}
