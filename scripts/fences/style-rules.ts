import { type Fence, inCode, isCode } from './fence.ts';
import { exportsAll, imports, isConst, visits } from './finders.ts';

/** How code is written, where the linter does not see to it or must not be the only one that does. */
export const STYLE_FENCES: readonly Fence[] = [
  {
    id: 'no-barrels',
    rule: 8,
    why: 'import from the file that has it',
    isFor: inCode,
    find: (source) => [...(/(?:^|\/)index\.tsx?$/.test(source.path) ? [1] : []), ...exportsAll(source)],
  },
  {
    id: 'no-drawers',
    rule: 8,
    why: 'a file is named after what it does, not utils, misc or helpers',
    isFor: (path) => !path.startsWith('lib/generated/'),
    find: ({ path }) => (/(?:^|[/-])(?:utils?|misc|helpers?)(?:[./-]|$)/.test(path) ? [1] : []),
  },
  {
    id: 'imports-name-files',
    rule: 'style',
    why: 'imports of our own files start with # or ./ and end in the file’s ending',
    isFor: (path) => /\.tsx?$/.test(path) && !path.startsWith('lib/generated/'),
    find: imports(
      ({ specifier, isOwn }) =>
        specifier.startsWith('@/') ||
        (isOwn && !/^#faults$|\.(?:tsx?|mjs|css|json|svg|woff2)$/.test(specifier)),
    ),
  },
  {
    id: 'one-kind-of-link',
    rule: 'style',
    why: 'components/ui/link.tsx: it fetches a page ahead only when somebody means to go there',
    isFor: isCode(/^(?:components|app)\//, /^components\/ui\/link\.tsx$/),
    find: imports(({ specifier }) => specifier === 'next/link'),
  },
  {
    id: 'default-exports',
    rule: 'style',
    why: 'a default export only where the framework asks for one',
    isFor: isCode(
      /^(?:lib|components|scripts|app|prisma)\//,
      /^app\/(?:.*\/)?(?:page|layout|loading|error|global-error|not-found|template|default|icon|opengraph-image|robots|sitemap|manifest)(?:\.lab)?\.tsx?$|^scripts\/test\/(?:vitest-[a-z-]+|e2e-set-up)\.ts$/,
    ),
    find: visits((report) => ({ ExportDefaultDeclaration: report })),
  },
  {
    id: 'no-any',
    rule: 'style',
    why: 'unknown, parsed at the boundary',
    isFor: isCode(/^(?:lib|components|app|scripts|prisma)\//, /^lib\/generated\//),
    find: visits((report) => ({ TSAnyKeyword: report })),
  },
  {
    id: 'no-assertions',
    rule: 'style',
    why: 'parse or narrow; only as const asserts nothing',
    isFor: isCode(/^(?:lib|components|app|scripts|prisma)\//, /^lib\/(?:kernel|generated)\//),
    find: visits((report) => ({
      TSAsExpression: ({ typeAnnotation, start }) => !isConst(typeAnnotation) && report({ start }),
      TSTypeAssertion: report,
      TSNonNullExpression: report,
    })),
  },
  {
    id: 'no-enums',
    rule: 'style',
    why: 'as const tables',
    isFor: isCode(/./, /^lib\/generated\//),
    find: visits((report) => ({ TSEnumDeclaration: report })),
  },
  {
    id: 'classes-are-errors',
    rule: 'style',
    why: 'functions and closures; only errors are classes',
    isFor: isCode(/./, /^lib\/generated\//),
    find: visits((report) => ({
      ClassDeclaration: ({ superClass, start }) =>
        !(superClass?.type === 'Identifier' && superClass.name.endsWith('Error')) && report({ start }),
    })),
  },
  {
    id: 'short-files',
    rule: 'style',
    why: 'at most 200 lines; a spine at most 100',
    isFor: (path) => inCode(path) && !path.startsWith('lib/generated/'),
    find: ({ path, lineCount }) =>
      lineCount > (/^lib\/(?:turn|decision)\.ts$/.test(path) ? 100 : 200) ? [lineCount] : [],
  },
];
