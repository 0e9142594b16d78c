import 'server-only';

/** "If I cancelled today, when would it stop?": the question comes second. */
export const SUPPOSES =
  /^(?:\w+ ){0,2}?(?:if (?:i|we)|suppose (?:i|we)|supposing (?:i|we)|say (?:i|we)|wenn (?:ich|wir)|falls (?:ich|wir)|angenommen)\b/;

/** "If I removed a seat": supposed things are told in the past. */
export function supposed(unit: string): string {
  if (/\bmind (?:\w+ )?\w+ing\b/.test(unit)) return asCommand(unit);
  if (!/\bif (?:i|we|you)\b/.test(unit)) return unit;
  return SUPPOSES.test(unit)
    ? inPresent(unit.replace(/ (?:when|what|how|until|would|will|do|does|can)\b.*$/, ''))
    : inPresent(unit);
}

/** "Does pausing stop the charges?" asks about a pause. */
export function named(unit: string): string {
  return /^(?:\w+ ){0,4}?(?:do|does|is|would|will|can|could|are|what|when|how|after|by)\b.*ing\b/.test(unit)
    ? asCommand(unit)
    : unit;
}

function inPresent(unit: string): string {
  const pairs: readonly (readonly [RegExp, string])[] = [
    [
      /\b(remov|paus|upgrad|downgrad|mov|reduc|terminat|clos|hir|chang|revers|reimburs|resum|reactivat)ed\b/g,
      '$1e',
    ],
    [/\b(add|cancel|switch|end|return|kick|start|suspend|bump|lift|lower)(?:l?ed)\b/g, '$1'],
    [/\b(drop|stop|swap)ped\b/g, '$1'],
    [/\bretried\b/g, 'retry'],
    [/\bwent\b/g, 'go'],
    [/\bgave\b/g, 'give'],
    [/\bpaid\b/g, 'pay'],
    [/\b(refund|credit)ed\b/g, '$1'],
    [/\b(took|bought|got)\b/g, 'take'],
  ];
  return pairs.reduce((text, [past, now]) => text.replace(past, now), unit);
}

/** "Would you mind moving us": the thing minded is the thing asked. */
function asCommand(unit: string): string {
  return unit
    .replace(/\b(put|drop|stop|get)(?:t|p)ing\b/g, '$1')
    .replace(
      /\b(remov|paus|upgrad|downgrad|mov|reduc|terminat|clos|giv|tak|charg|chang|reimburs|revers)ing\b/g,
      '$1e',
    )
    .replace(/\b(cancel)l?ing\b/g, '$1')
    .replace(/\b(add|refund|switch|end|send|try|retry|suspend|freez|transfer)ing\b/g, '$1');
}
