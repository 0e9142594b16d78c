import 'server-only';

/** Five or more single letters with something between them: `i g n o r e`, `i-g-n-o-r-e`, `i.g.n.o.r.e`. */
const SPREAD = /(?<![\p{L}\p{N}])[\p{L}\p{N}@$](?:[ ._\-*|/·•~+,:]{1,3}[\p{L}\p{N}@$](?![\p{L}\p{N}])){4,}/gu;
const BETWEEN = /[ ._\-*|/·•~+,:]+/g;

/** The text with spread letters joined; empty where none are spread. A wider gap inside a run is the end of a word. */
export function joinLetters(text: string): string {
  const joined = text.replace(SPREAD, (run) => {
    const usual = run.match(BETWEEN)?.[0];
    return run.replace(BETWEEN, (gap) => (gap !== usual && gap.includes(' ') ? ' ' : ''));
  });
  return joined === text ? '' : joined;
}
