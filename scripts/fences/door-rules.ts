import { type Fence, inCode, isCode } from './fence.ts';
import {
  answersWithOwnSchema,
  anyOf,
  bareCalls,
  constructions,
  imports,
  keys,
  lacks,
  members,
  membersOf,
  names,
  visits,
} from './finders.ts';

/** next-auth writes its own answers; everything else of it is checked in `lib/stages/identity`. */
const OWN_ANSWERS =
  /^lib\/(?:faults\/on|kernel\/(?:http|event-stream)|stages\/identity\/(?:handle-auth|call-next-auth))\.ts$/;
const PAGES = ['/', '/c/a', '/sign-in', '/admin/audit', '/apiary'];
const ROUTES = ['/api', '/api/', '/api/chat', '/api/auth/session'];

/** Patterns with named parts are read by the framework in a way of its own: here they count as matching everything. */
const matches = (pattern: string, path: string): boolean =>
  /(?<!\?):/.test(pattern) || new RegExp(`^${pattern}$`).test(path);

/** What the doors answer, what they read and what stands before them. */
export const DOOR_FENCES: readonly Fence[] = [
  {
    id: 'answers-are-parsed',
    rule: 6,
    why: 'a route answers with jsonResponse, errorResponse or eventStream: nothing unlisted leaves',
    isFor: isCode(/^(?:app|lib)\//, OWN_ANSWERS),
    find: anyOf(constructions(/^(?:Next)?Response$/), membersOf(/^(?:Next)?Response$/)),
  },
  {
    id: 'answers-are-in-the-contract',
    rule: 6,
    why: 'the schema of an answer comes from lib/contract, where the page finds it too',
    isFor: isCode(/^(?:app|lib)\//, /^lib\/kernel\/http\.ts$/),
    find: answersWithOwnSchema,
  },
  {
    id: 'no-server-actions',
    rule: 7,
    why: 'route handlers are the only doors',
    isFor: (path) => /\.(?:tsx?|mjs)$/.test(path),
    find: visits((report) => ({
      ExpressionStatement: (node) => 'directive' in node && node.directive === 'use server' && report(node),
    })),
  },
  {
    id: 'no-image-optimiser',
    rule: 7,
    why: 'the image optimiser is a door of its own',
    isFor: inCode,
    find: imports(({ specifier }) => /^next\/(?:legacy\/)?image/.test(specifier)),
  },
  {
    id: 'the-image-optimiser-is-off',
    rule: 7,
    why: 'images: { unoptimized: true }, or /_next/image answers anyone',
    isFor: (path) => path === 'next.config.mjs',
    find: lacks(/\bimages:\s*\{[^}]*\bunoptimized:\s*true\b/),
  },
  {
    id: 'no-rewrites',
    rule: 7,
    why: 'an address leads where its folder says',
    isFor: (path) => path === 'next.config.mjs',
    find: keys(/^rewrites$/),
  },
  {
    id: 'every-page-has-a-nonce',
    rule: 7,
    why: 'the root layout awaits connection(), so that no page is static and every script carries the nonce',
    isFor: (path) => path === 'app/layout.tsx',
    find: lacks(/\bawait connection\(\)/),
  },
  {
    id: 'no-page-asks-to-be-static',
    rule: 7,
    why: 'a page that was made before its request has no nonce',
    isFor: isCode(/^app\//),
    find: anyOf(
      visits((report) => ({
        ExpressionStatement: (node) =>
          'directive' in node && String(node.directive).startsWith('use cache') && report(node),
        VariableDeclarator: (node) =>
          node.id.type === 'Identifier' && /^(?:dynamic|revalidate)$/.test(node.id.name) && report(node),
      })),
      names(/^generateStaticParams$/),
    ),
  },
  {
    id: 'the-proxy-sees-pages-only',
    rule: 7,
    why: 'its matcher takes every page and nothing below /api, whose bodies it would buffer and cut',
    isFor: (path) => path === 'proxy.ts',
    find: (source) => {
      const patterns = matcherOf(source.text);
      const isRight =
        PAGES.every((path) => patterns.some((pattern) => matches(pattern, path))) &&
        !ROUTES.some((path) => patterns.some((pattern) => matches(pattern, path)));
      return isRight ? [] : [source.lineCount];
    },
  },
  {
    id: 'the-proxy-decides-nothing',
    rule: 7,
    why: 'who may see what is decided where the data is read, never before',
    isFor: (path) => path === 'proxy.ts',
    find: anyOf(
      imports(({ isOwn, target }) => isOwn || !/^(?:node:|next$)/.test(target)),
      members('request', 'cookies'),
      members('NextResponse', 'redirect'),
      members('NextResponse', 'rewrite'),
      members('NextResponse', 'json'),
      constructions(/Response$/),
    ),
  },
  {
    id: 'one-reader-of-bodies',
    rule: 7,
    why: 'a body is read by readJson or readCapped: no more of it than is allowed, whatever it claims',
    // What plants faults hands an answer on, whatever is in it.
    isFor: isCode(/^(?:app|lib)\//, /^lib\/(?:kernel\/http|faults\/on)\.ts$/),
    find: anyOf(
      bareCalls(/^(?:json|text|formData|arrayBuffer|blob|bytes|getReader)$/),
      visits((report) => ({
        ForOfStatement: ({ await: isAwaited, right, start }) => {
          const read = right.type === 'LogicalExpression' ? right.left : right;
          const isBody =
            read.type === 'MemberExpression' &&
            read.property.type === 'Identifier' &&
            read.property.name === 'body';
          if (isAwaited && isBody) report({ start });
        },
      })),
    ),
  },
];

/** Every pattern of `config.matcher`. */
function matcherOf(text: string): string[] {
  const value = /\bmatcher:\s*(\[[^]*?\]|'[^']*')\s*[,}]/.exec(text)?.[1] ?? '';
  return [...value.matchAll(/'([^']*)'/g)].map(([, pattern]) => pattern ?? '');
}
