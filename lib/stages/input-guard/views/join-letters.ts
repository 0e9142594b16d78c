import 'server-only';

/** Five or more single letters, with their signs, and something between them: `i g n o r e`, `i-g-n-o-r-e`, `i.g.n.o.r.e`. */
const SPREAD =
  /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}@$](?:[ ._\-*|/·•~+,:]{1,6}[\p{L}\p{M}\p{N}@$'’](?![\p{L}\p{M}\p{N}])){4,}/gu;
const BETWEEN = /[ ._\-*|/·•~+,:]+/g;
const STOP = /[.,:]/;

/** The text with spread letters joined; empty where none are spread. A wider gap inside a run is the end of a word. */
export function joinLetters(text: string): string {
  const joined = text.replace(SPREAD, (run) => {
    const usual = mostUsual(run.match(BETWEEN) ?? []);
    return run.replace(BETWEEN, (gap) => {
      if (gap === usual || !gap.includes(' ')) return '';
      return `${usual === ' ' || usual === '-' ? (STOP.exec(gap)?.[0] ?? '') : ''} `;
    });
  });
  return joined === text ? '' : joined;
}

/** A first word of one letter has a wide gap behind it: only all gaps together say which one stands inside of words. */
function mostUsual(gaps: readonly string[]): string {
  const counts = new Map<string, number>();
  let usual = '';
  for (const gap of gaps) {
    const count = (counts.get(gap) ?? 0) + 1;
    counts.set(gap, count);
    if (count > (counts.get(usual) ?? 0)) usual = gap;
  }
  return usual;
}
