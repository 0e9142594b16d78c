import { type Fence, inCode, inLib, isCode } from './fence.ts';
import { constructions, imports, members, moduleVariables, names, visits } from './finders.ts';
import { mayImport } from './rooms.ts';
import { STYLE_FENCES } from './style-rules.ts';

/** Files that keep what belongs to the whole process, never to a person: snapshots, pools, queues. */
const PROCESS_STATE: readonly string[] = [
  'lib/stages/admission/kill-switch.ts',
  'lib/stages/identity/check-queue.ts',
  'lib/stages/identity/password.ts',
  'lib/stages/identity/throttle.ts',
  'lib/stages/model/choose-model.ts',
];

/** Every fence: what the rooms may do, then how code is written. `docs/fences.md` says the same in words. */
export const FENCES: readonly Fence[] = [
  {
    id: 'rooms',
    why: 'this room may not import that one; take what you need as a parameter typed in lib/kernel/ports.ts',
    isFor: isCode(/./, /^scripts\/test\//),
    find: imports((edge, { path }) => edge.isOwn && !mayImport(path, edge.target)),
  },
  {
    id: 'contract-is-isomorphic',
    why: 'lib/contract runs in the browser too: it imports itself and zod',
    isFor: isCode(/^lib\/contract\//),
    find: imports(({ isOwn, target }) => !isOwn && target !== 'zod'),
  },
  {
    id: 'components-have-no-server',
    why: 'components reach the server through routes and props only',
    isFor: isCode(/^components\//),
    find: imports(({ specifier }) =>
      /^(?:server-only|node:|pg$|next\/(?:server|headers)|openai|@prisma)/.test(specifier),
    ),
  },
  {
    id: 'no-transaction-in-data-functions',
    why: 'data functions are verb(viewer, tx, args): a workflow, page, seed or fixture opens the transaction',
    isFor: isCode(/^lib\/(?:stages|billing)\//),
    find: names(/^(?:withViewer|\$transaction)$/),
  },
  {
    id: 'tools-have-no-database',
    why: 'tools are handed a billing reader that is bound to the viewer',
    isFor: isCode(/^lib\/stages\/tools\//),
    find: imports(({ target }) => /^lib\/(?:kernel\/db|generated\/)|^(?:pg|@prisma\/)/.test(target)),
  },
  {
    id: 'one-reader-of-settings',
    why: 'settings are parsed once, in lib/kernel/env.ts',
    isFor: isCode(
      /./,
      /^(?:lib\/kernel\/env\.ts|instrumentation\.ts|proxy\.ts|next\.config\.mjs|prisma\.config\.ts|[^/]+\.config\.ts|scripts\/)/,
    ),
    find: members('process', 'env'),
  },
  {
    id: 'one-maker-of-database-clients',
    why: 'only lib/kernel/db.ts constructs Prisma, with the role that fits',
    isFor: isCode(/./, /^lib\/kernel\/db\.ts$/),
    find: constructions(/^PrismaClient$/),
  },
  {
    id: 'one-caller-of-providers',
    why: 'only lib/stages/model talks to a model provider',
    isFor: isCode(/./, /^lib\/stages\/model\//),
    find: imports(({ target }) => target === 'openai'),
  },
  {
    id: 'no-unsafe-sql',
    why: 'SQL is a tagged template with bound values',
    isFor: (path) => /\.(?:tsx?|mjs)$/.test(path),
    find: names(/^\$(?:query|execute)RawUnsafe$/),
  },
  {
    id: 'server-only',
    why: "files in lib outside contract begin with import 'server-only'",
    isFor: (path) => inLib(path) && !path.startsWith('lib/contract/'),
    find: ({ text }) => (/^import 'server-only';\r?\n/.test(text) ? [] : [1]),
  },
  {
    id: 'no-server-actions',
    why: 'route handlers are the only doors',
    isFor: (path) => /\.(?:tsx?|mjs)$/.test(path),
    find: visits((report) => ({
      ExpressionStatement: (node) => 'directive' in node && node.directive === 'use server' && report(node),
    })),
  },
  {
    id: 'no-image-optimiser',
    why: 'the image optimiser is a door of its own',
    isFor: inCode,
    find: imports(({ specifier }) => /^next\/(?:legacy\/)?image/.test(specifier)),
  },
  {
    id: 'no-rewrites',
    why: 'an address leads where its folder says',
    isFor: (path) => path === 'next.config.mjs',
    find: names(/^rewrites$/),
  },
  {
    id: 'every-page-has-a-nonce',
    why: 'the root layout awaits connection(), so that no page is static and every script carries the nonce',
    isFor: (path) => path === 'app/layout.tsx',
    find: ({ text }) => (/\bawait connection\(\)/.test(text) ? [] : [1]),
  },
  {
    id: 'no-request-state-in-modules',
    why: 'what belongs to a request may not live in a module: two people would share it',
    isFor: (path) =>
      isCode(/^lib\/(?:stages|billing|commands|turn|decision)/)(path) && !PROCESS_STATE.includes(path),
    find: moduleVariables,
  },
  {
    id: 'one-door-to-faults',
    why: 'planted faults come from #faults, so that a normal build has none',
    isFor: isCode(/./, /^lib\/faults\//),
    find: imports(({ specifier }) => /lib\/faults\/|\.\/faults\//.test(specifier)),
  },
  ...STYLE_FENCES,
];
