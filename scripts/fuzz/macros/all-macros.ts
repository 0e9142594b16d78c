import { DECISION_MACROS } from './decisions.ts';
import { MEANWHILE_MACROS } from './meanwhile.ts';
import { MONEY_MACROS } from './money.ts';
import type { Macro } from './shorthand.ts';
import { BREAKDOWN_MACROS } from './breakdowns.ts';
import { PROVIDER_MACROS } from './providers.ts';
import { SEAL_MACROS } from './seals.ts';
import { TOOL_MACROS } from './tools.ts';
import { TURN_MACROS } from './turns.ts';
import { WORD_MACROS } from './words.ts';

/** Every directed script: what a generator alone would miss a quarter of planted faults without. */
export const MACROS: readonly Macro[] = [
  ...DECISION_MACROS,
  ...MEANWHILE_MACROS,
  ...MONEY_MACROS,
  ...BREAKDOWN_MACROS,
  ...TOOL_MACROS,
  ...TURN_MACROS,
  ...WORD_MACROS,
  ...SEAL_MACROS,
  ...PROVIDER_MACROS,
];

export function macroNamed(name: string): Macro {
  const found = MACROS.find((macro) => macro.name === name);
  if (!found) throw new RangeError(`No macro is called ${name}`);
  return found;
}
