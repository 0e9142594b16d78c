import { posix } from 'node:path';
import { parseSync, Visitor, type Program } from 'oxc-parser';

/** One import or re-export. `target` is a path from the root for our own files, else the package's name. */
export type ImportEdge = { specifier: string; target: string; isOwn: boolean; line: number };

export type Source = {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  readonly imports: readonly ImportEdge[];
  readonly program: Program;
  readonly lineOf: (offset: number) => number;
};

export function parseSource(path: string, text: string): Source {
  const { program, module } = parseSync(path, text);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineOf = (offset: number): number => {
    const after = starts.findIndex((start) => start > offset);
    return after < 0 ? starts.length : after;
  };
  const edges: ImportEdge[] = [];
  const add = (specifier: string, offset: number): void => {
    edges.push({ specifier, line: lineOf(offset), ...resolve(path, specifier) });
  };
  for (const { moduleRequest } of module.staticImports) add(moduleRequest.value, moduleRequest.start);
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) add(moduleRequest.value, moduleRequest.start);
  }
  new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === 'Literal' && typeof source.value === 'string') add(source.value, start);
    },
  }).visit(program);
  return { path, text, lineCount: text.trimEnd().split('\n').length, imports: edges, program, lineOf };
}

function resolve(from: string, specifier: string): { target: string; isOwn: boolean } {
  if (specifier === '#faults') return { target: 'lib/faults/off.ts', isOwn: true };
  if (specifier.startsWith('#')) return { target: specifier.slice(1), isOwn: true };
  if (specifier.startsWith('.')) return { target: posix.join(posix.dirname(from), specifier), isOwn: true };
  const parts = specifier.split('/');
  return { target: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'), isOwn: false };
}
