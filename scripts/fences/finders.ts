import { Visitor } from 'oxc-parser';
import type { ImportEdge, Source } from './source.ts';

/** Ways to look for something in one file; each returns the lines where it stands. */
export type Find = (source: Source) => number[];

export function imports(isWrong: (edge: ImportEdge, source: Source) => boolean): Find {
  return (source) => source.imports.filter((edge) => isWrong(edge, source)).map(({ line }) => line);
}

type Report = (node: { start: number }) => void;
type Handlers = ConstructorParameters<typeof Visitor>[0];

export function visits(handlers: (report: Report) => Handlers): Find {
  return ({ program, lineOf }) => {
    const lines: number[] = [];
    new Visitor(handlers(({ start }) => lines.push(lineOf(start)))).visit(program);
    return lines;
  };
}

export function names(pattern: RegExp): Find {
  return visits((report) => ({ Identifier: (node) => pattern.test(node.name) && report(node) }));
}

export function members(object: string, property: string): Find {
  return visits((report) => ({
    MemberExpression: (node) => {
      const isNamed =
        node.property.type === 'Identifier'
          ? node.property.name === property
          : node.property.type === 'Literal' && node.property.value === property;
      if (node.object.type === 'Identifier' && node.object.name === object && isNamed) report(node);
    },
  }));
}

export function constructions(pattern: RegExp): Find {
  return visits((report) => ({
    NewExpression: (node) =>
      node.callee.type === 'Identifier' && pattern.test(node.callee.name) && report(node),
  }));
}

export function exportsAll({ program, lineOf }: Source): number[] {
  return program.body.flatMap((node) => (node.type === 'ExportAllDeclaration' ? [lineOf(node.start)] : []));
}

export function isConst(annotation: { type: string; typeName?: unknown }): boolean {
  const { typeName } = annotation;
  return (
    annotation.type === 'TSTypeReference' &&
    typeof typeName === 'object' &&
    typeName !== null &&
    'name' in typeName &&
    typeName.name === 'const'
  );
}

/** Variables of a module that can change. */
export function moduleVariables({ program, lineOf }: Source): number[] {
  return program.body.flatMap((node) => {
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    return declared?.type === 'VariableDeclaration' && declared.kind !== 'const' ? [lineOf(node.start)] : [];
  });
}
