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

/** Everything that any of these finds. */
export function anyOf(...finds: readonly Find[]): Find {
  return (source) => finds.flatMap((find) => find(source));
}

/** The last line of a file that does not say this. */
export function lacks(pattern: RegExp): Find {
  return ({ text, lineCount }) => (pattern.test(text) ? [] : [lineCount]);
}

/** Calls of a method without arguments, whatever it is called on: `request.json()`. */
export function bareCalls(method: RegExp): Find {
  return visits((report) => ({
    CallExpression: ({ callee, arguments: args, start }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      if (args.length === 0 && method.test(callee.property.name)) report({ start });
    },
  }));
}

/** Something of this object is used: `Response.json`. */
export function membersOf(object: RegExp): Find {
  return visits((report) => ({
    MemberExpression: (node) => {
      if (node.object.type === 'Identifier' && object.test(node.object.name)) report(node);
    },
  }));
}

/** Properties with this name, quoted or not, and functions declared under it. */
export function keys(pattern: RegExp): Find {
  return anyOf(
    names(pattern),
    visits((report) => ({
      Property: ({ key, start }) => {
        if (key.type === 'Literal' && pattern.test(String(key.value))) report({ start });
      },
    })),
  );
}

/** `jsonResponse(schema, …)` whose schema is not a name imported from the contract. */
export function answersWithOwnSchema({ program, imports: edges, lineOf }: Source): number[] {
  const ofContract = new Set<string>();
  for (const node of program.body) {
    if (node.type !== 'ImportDeclaration') continue;
    const edge = edges.find(({ specifier }) => specifier === node.source.value);
    if (!edge?.target.startsWith('lib/contract/')) continue;
    for (const { local } of node.specifiers) ofContract.add(local.name);
  }
  const lines: number[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [schema], start }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'jsonResponse') return;
      if (schema?.type !== 'Identifier' || !ofContract.has(schema.name)) lines.push(lineOf(start));
    },
  }).visit(program);
  return lines;
}

/** Strings that are exactly this. */
export function literals(pattern: RegExp): Find {
  return visits((report) => ({
    Literal: (node) => typeof node.value === 'string' && pattern.test(node.value) && report(node),
  }));
}

/** The environment, however it is reached. */
export const readsEnvironment: Find = anyOf(
  members('process', 'env'),
  imports(({ specifier }) => /^(?:node:)?process$/.test(specifier)),
  members('globalThis', 'process'),
  visits((report) => ({
    MemberExpression: ({ object, property, start }) => {
      const isEnv = property.type === 'Identifier' && property.name === 'env';
      if (object.type === 'MetaProperty' && isEnv) report({ start });
    },
    VariableDeclarator: ({ init, id, start }) => {
      if (init?.type === 'Identifier' && init.name === 'process' && id.type === 'ObjectPattern')
        report({ start });
    },
  })),
);

/** Collections of a module that start empty: whatever fills them stays. */
export function emptyCollections({ program, lineOf }: Source): number[] {
  return program.body.flatMap((node) => {
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
    if (declared?.type !== 'VariableDeclaration') return [];
    return declared.declarations.flatMap(({ init, start }) =>
      init?.type === 'NewExpression' &&
      init.callee.type === 'Identifier' &&
      /^(?:Weak)?(?:Map|Set)$/.test(init.callee.name) &&
      init.arguments.length === 0
        ? [lineOf(start)]
        : [],
    );
  });
}
