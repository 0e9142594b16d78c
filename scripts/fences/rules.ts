import { DOOR_FENCES } from './door-rules.ts';
import { type Fence, inLib, isCode } from './fence.ts';
import {
  anyOf,
  emptyCollections,
  imports,
  literals,
  members,
  moduleVariables,
  names,
  readsEnvironment,
} from './finders.ts';
import { belongsTo, operationOf } from './operations.ts';
import { mayImport } from './rooms.ts';
import { STYLE_FENCES } from './style-rules.ts';

/** Files that keep what belongs to the whole process, never to a person: snapshots, pools, queues. */
const PROCESS_STATE: readonly string[] = [
  'lib/stages/audit/refusal-window.ts',
  'lib/stages/admission/addresses/may-enter.ts',
  'lib/stages/admission/kill-switch.ts',
  'lib/stages/identity/check-queue.ts',
  'lib/stages/identity/password.ts',
  'lib/stages/identity/throttle.ts',
  'lib/stages/input-guard/classifier/feature-list.ts',
  'lib/stages/input-guard/memory/known-attacks.ts',
  'lib/operations/lab/catalogue/shipped.ts',
  'lib/operations/lab/class/run-slots.ts',
  'lib/operations/lab/redteam/within-limits.ts',
  'lib/operations/lab/run/as-owner.ts',
  'lib/stages/admission/choose-limiter.ts',
  'lib/stages/model/choose-model.ts',
  'lib/stages/model/demo/spelling.ts',
  'lib/stages/model/demo/understanding/guess-by-examples.ts',
  'lib/stages/model/demo/understanding/read-segment.ts',
  'lib/stages/output-guard/match-canary.ts',
  'lib/stages/output-guard/match-passages.ts',
  'lib/stages/tools/describe-tools.ts',
];

/** Every fence: what the rooms may do, then how code is written. `docs/fences.md` says the same in words. */
export const FENCES: readonly Fence[] = [
  {
    id: 'rooms',
    rule: 1,
    why: 'this room may not import that one; take what you need as a parameter typed in lib/kernel/ports.ts',
    isFor: isCode(/./, /^scripts\/(?:test|fuzz\/http)\//),
    find: imports((edge, { path }) => edge.isOwn && !mayImport(path, edge.target)),
  },
  {
    id: 'operations-can-be-taken-out',
    rule: 2,
    why: 'only lib/tasks.ts and files of the same name import an operation, so that it goes without a trace',
    isFor: (path) => /\.(?:tsx?|mjs)$/.test(path) && path !== 'lib/tasks.ts',
    find: imports(({ target }, { path }) => {
      const operation = operationOf(target);
      return operation !== undefined && !belongsTo(operation, path);
    }),
  },
  {
    id: 'contract-is-isomorphic',
    rule: 1,
    why: 'lib/contract runs in the browser too: it imports itself and zod',
    isFor: isCode(/^lib\/contract\//),
    find: imports(({ isOwn, target }) => !isOwn && target !== 'zod'),
  },
  {
    id: 'components-have-no-server',
    rule: 3,
    why: 'components reach the server through routes and props only',
    isFor: isCode(/^components\//),
    find: imports(({ specifier }) =>
      /^(?:server-only|node:|pg$|next\/(?:server|headers)|openai|@prisma)/.test(specifier),
    ),
  },
  {
    id: 'no-transaction-in-data-functions',
    rule: 4,
    why: 'data functions are verb(viewer, tx, args): a workflow, page, seed or fixture opens the transaction',
    isFor: isCode(
      /./,
      /^(?:lib\/(?:kernel\/db\.ts|turn|decision|commands\/|operations\/)|app\/|prisma\/seed|scripts\/)/,
    ),
    find: names(/^withViewer$/),
  },
  {
    id: 'transactions-have-a-viewer',
    rule: 4,
    why: 'withViewer opens it, or a background operation in a role of its own',
    isFor: isCode(/./, /^lib\/(?:kernel\/db\.ts|operations\/)/),
    find: names(/^\$transaction$/),
  },
  {
    id: 'tools-have-no-database',
    rule: 4,
    why: 'tools are handed a billing reader that is bound to the viewer',
    isFor: isCode(/^lib\/stages\/tools\//),
    find: imports(({ target }) => /^lib\/(?:kernel\/db|generated\/)|^(?:pg|@prisma\/)/.test(target)),
  },
  {
    id: 'one-reader-of-settings',
    rule: 5,
    why: 'settings are parsed once, in lib/kernel/env.ts; those of the lab in the lab, so that no other build knows their names',
    isFor: isCode(
      /./,
      /^(?:lib\/kernel\/env\.ts|lib\/operations\/lab\/lab-settings\.ts|instrumentation\.ts|proxy\.ts|next\.config\.mjs|prisma\.config\.ts|[^/]+\.config\.ts|scripts\/)/,
    ),
    find: readsEnvironment,
  },
  {
    id: 'one-maker-of-database-clients',
    rule: 5,
    why: 'only lib/kernel/db.ts constructs Prisma, with the role that fits',
    isFor: isCode(/./, /^lib\/kernel\/db\.ts$/),
    find: names(/^PrismaClient$/),
  },
  {
    id: 'one-caller-of-providers',
    rule: 5,
    why: 'only lib/stages/model talks to a model provider',
    isFor: isCode(/./, /^lib\/stages\/model\//),
    find: imports(({ target }) => target === 'openai'),
  },
  {
    id: 'no-unsafe-sql',
    rule: 5,
    why: 'SQL is a tagged template with bound values',
    isFor: (path) => /\.(?:tsx?|mjs)$/.test(path),
    find: anyOf(
      names(/^\$(?:query|execute)RawUnsafe$/),
      literals(/^\$(?:query|execute)RawUnsafe$/),
      members('Prisma', 'raw'),
    ),
  },
  {
    id: 'server-only',
    rule: 6,
    why: "files in lib outside contract begin with import 'server-only'",
    isFor: (path) => inLib(path) && !path.startsWith('lib/contract/'),
    find: ({ text }) => (/^import 'server-only';\r?\n/.test(text) ? [] : [1]),
  },
  {
    id: 'no-request-state-in-modules',
    rule: 8,
    why: 'what belongs to a request may not live in a module: two people would share it',
    isFor: (path) =>
      isCode(/^(?:lib\/(?:stages|billing|commands|operations|turn|decision)|app\/)/)(path) &&
      !PROCESS_STATE.includes(path),
    find: anyOf(moduleVariables, emptyCollections),
  },
  {
    id: 'one-door-to-faults',
    rule: 9,
    why: 'planted faults come from #faults, so that a normal build has none',
    isFor: isCode(/./, /^lib\/faults\//),
    // The table itself plants nothing.
    find: imports(({ specifier }) =>
      /lib\/faults\/(?!(?:table|fault)\.ts$)|\.\/faults\/(?!(?:table|fault)\.ts$)/.test(specifier),
    ),
  },
  ...DOOR_FENCES,
  ...STYLE_FENCES,
];
