/** Per fence: what it must catch (`path` and text), and the nearest thing that must pass. */
export type Example = { id: string; caught: readonly Planted[]; clean: readonly Planted[] };
export type Planted = readonly [path: string, text: string];

export const server = (text: string): string => `import 'server-only';\n${text}`;
export const stage = 'lib/stages/tools/run.ts';

export const WALL_EXAMPLES: readonly Example[] = [
  {
    id: 'rooms',
    caught: [
      [stage, server("import { a } from '#lib/stages/prompt/a.ts';")],
      [stage, server("export { a } from '../prompt/a.ts';")],
      [stage, server("const a = await import('#lib/turn.ts');")],
      [stage, server("import type { A } from '#lib/billing/a.ts';")],
      ['lib/billing/read.ts', server("import { a } from '#lib/stages/audit/a.ts';")],
      ['lib/kernel/db.ts', server("import { a } from '#lib/stages/audit/a.ts';")],
      ['lib/contract/a.ts', "import { a } from '#lib/kernel/a.ts';"],
      ['lib/commands/rename.ts', server("import { a } from '#lib/commands/delete.ts';")],
      ['lib/operations/retention/a.ts', server("import { a } from '#lib/operations/jobs/a.ts';")],
      ['lib/turn.ts', server("import { a } from '#lib/operations/usage/a.ts';")],
      ['lib/turn.ts', server("import { a } from '#lib/decision.ts';")],
      ['lib/stages/audit/a.ts', server("import { a } from '#components/ui/a.tsx';")],
      ['lib/stages/audit/a.ts', server("import { a } from '#scripts/a.ts';")],
      ['components/chat/a.tsx', "import { a } from '#lib/kernel/a.ts';"],
      ['components/chat/a.tsx', "import { a } from '#lib/stages/prompt/a.ts';"],
      ['app/page.tsx', "import { a } from '#scripts/a.ts';"],
    ],
    clean: [
      [
        stage,
        server(
          "import { a } from '#lib/kernel/ports.ts';\nimport { b } from './b.ts';\nimport { c } from '#lib/contract/c.ts';",
        ),
      ],
      [
        'lib/turn.ts',
        server("import { a } from '#lib/stages/audit/a.ts';\nimport { b } from './turn/b.ts';"),
      ],
      ['lib/turn/open.ts', server("import { a } from '#lib/billing/a.ts';")],
      ['app/page.tsx', "import { a } from '#lib/turn.ts';\nimport { b } from '#components/b.tsx';"],
      ['lib/tasks.ts', server("import { a } from '#lib/operations/retention/a.ts';")],
      [
        'components/chat/a.tsx',
        "import { a } from '#lib/contract/a.ts';\nimport { b } from '#components/ui/b.tsx';",
      ],
      ['lib/stages/tools/run.test.ts', "import { a } from '#lib/stages/prompt/a.ts';"],
    ],
  },
  {
    id: 'operations-can-be-taken-out',
    caught: [
      ['lib/start-server.ts', server("import { a } from './operations/retention/a.ts';")],
      ['lib/turn.test.ts', "import { a } from '#lib/operations/retention/a.ts';"],
      ['app/admin/page.tsx', "import { a } from '#lib/operations/retention/a.ts';"],
      ['app/(bill)/usage/page.tsx', "import { a } from '#lib/operations/usage/a.ts';"],
      ['scripts/commands/start.ts', "const a = await import('#lib/operations/retention/a.ts');"],
      ['lib/operations/jobs/a.test.ts', "import { a } from '../retention/a.ts';"],
    ],
    clean: [
      ['lib/tasks.ts', server("import { a } from './operations/retention/a.ts';")],
      ['scripts/commands/retention.ts', "import { a } from '#lib/operations/retention/a.ts';"],
      ['app/admin/retention/page.tsx', "import { a } from '#lib/operations/retention/a.ts';"],
      ['e2e/journeys/retention.spec.ts', "import { a } from '#lib/operations/retention/a.ts';"],
      ['lib/operations/retention/a.test.ts', "import { a } from './a.ts';"],
      ['lib/start-server.ts', server("import { a } from './operations/jobs/a.ts';")],
    ],
  },
  {
    id: 'contract-is-isomorphic',
    caught: [['lib/contract/a.ts', "import { a } from 'node:crypto';"]],
    clean: [['lib/contract/a.ts', "import { z } from 'zod';"]],
  },
  {
    id: 'components-have-no-server',
    caught: [
      ['components/a.tsx', "import { headers } from 'next/headers';"],
      ['components/a.tsx', "import 'server-only';"],
    ],
    clean: [['components/a.tsx', "import { useRouter } from 'next/navigation';"]],
  },
  {
    id: 'no-transaction-in-data-functions',
    caught: [
      ['lib/billing/a.ts', server("import { withViewer } from '#lib/kernel/db.ts';")],
      ['lib/stages/history/a.ts', server('await withViewer(viewer, read);')],
      ['lib/kernel/a.ts', server('await withViewer(viewer, read);')],
      ['lib/tasks.ts', server('await withViewer(viewer, read);')],
    ],
    clean: [
      ['lib/billing/a.ts', server('export function read(viewer: Viewer, tx: Tx): void {}')],
      ['lib/turn/open.ts', server('await withViewer(viewer, read);')],
      ['lib/commands/a.ts', server('await withViewer(viewer, read);')],
      ['app/page.tsx', 'await withViewer(viewer, read);'],
      ['prisma/seed/a.ts', 'await withViewer(viewer, read);'],
      ['e2e/fixtures/a.ts', 'await withViewer(viewer, read);'],
    ],
  },
  {
    id: 'transactions-have-a-viewer',
    caught: [
      ['lib/stages/history/a.ts', server('export const a = (client: C) => client.$transaction([]);')],
      ['lib/billing/a.ts', server('export const a = (tx: Tx) => tx.$transaction(read);')],
      ['lib/commands/a.ts', server("await database('app').$transaction(read);")],
      ['app/page.tsx', "await database('app').$transaction(read);"],
    ],
    clean: [
      ['lib/kernel/db.ts', server('return database(role).$transaction(read);')],
      ['lib/operations/retention/a.ts', server("return database('purge').$transaction(read);")],
      ['lib/commands/a.ts', server('await withViewer(viewer, read);')],
    ],
  },
  {
    id: 'tools-have-no-database',
    caught: [[stage, server("import type { Tx } from '#lib/kernel/db.ts';")]],
    clean: [[stage, server("import type { BillingReader } from '#lib/kernel/ports.ts';")]],
  },
  {
    id: 'one-reader-of-settings',
    caught: [
      [stage, server('const a = process.env.LAB;')],
      [stage, server("const a = process['env'];")],
      ['app/page.tsx', 'const { LAB } = process.env;'],
      ['lib/kernel/a.ts', server('const { env } = process;')],
      ['lib/kernel/a.ts', server("import { env } from 'node:process';")],
      [stage, server('const a = globalThis.process.env.LAB;')],
      ['components/a.tsx', 'const a = import.meta.env.MODE;'],
    ],
    clean: [
      ['lib/kernel/env.ts', server('const a = process.env;')],
      ['scripts/a.ts', 'const a = process.env.PORT;'],
      [stage, server('const a = process.pid; // process.env')],
    ],
  },
  {
    id: 'one-maker-of-database-clients',
    caught: [['scripts/a.ts', 'const a = new PrismaClient();']],
    clean: [['lib/kernel/db.ts', server('const a = new PrismaClient();')]],
  },
  {
    id: 'one-caller-of-providers',
    caught: [
      [stage, server("import OpenAI from 'openai';")],
      ['scripts/a.ts', "import { x } from 'openai/resources';"],
    ],
    clean: [['lib/stages/model/a.ts', server("import OpenAI from 'openai';")]],
  },
  {
    id: 'no-unsafe-sql',
    caught: [
      ['lib/stages/audit/a.ts', server('await tx.$queryRawUnsafe(sql);')],
      ['lib/stages/audit/a.test.ts', 'await tx.$executeRawUnsafe(sql);'],
      ['lib/stages/audit/a.ts', server("await tx['$queryRawUnsafe'](sql);")],
      ['lib/stages/audit/a.ts', server('await tx.$queryRaw`select ${Prisma.raw(sql)}`;')],
    ],
    clean: [['lib/stages/audit/a.ts', server('await tx.$queryRaw`select 1`;')]],
  },
  {
    id: 'server-only',
    caught: [
      ['lib/stages/audit/a.ts', 'export const a = 1;'],
      ['lib/kernel/a.ts', "// first\nimport 'server-only';\n"],
    ],
    clean: [
      ['lib/stages/audit/a.ts', server('export const a = 1;')],
      ['lib/contract/a.ts', 'export const a = 1;'],
      ['lib/kernel/a.test.ts', 'export const a = 1;'],
    ],
  },
  {
    id: 'no-request-state-in-modules',
    caught: [
      [stage, server('let current = null;')],
      ['lib/turn.ts', server('export let viewer;')],
      ['lib/turn.ts', server('const seen = new Map<string, Viewer>();')],
      ['lib/operations/retention/a.ts', server('export const left = new WeakMap();')],
      ['app/signed-in.ts', 'let viewer;'],
    ],
    clean: [
      [stage, server('const LIMIT = 1;\nfunction f() { let a = 1; return new Map(); }')],
      [stage, server("const NAMES = new Set(['a']);")],
      ['lib/stages/admission/kill-switch.ts', server('let snapshot;')],
    ],
  },
  {
    id: 'one-door-to-faults',
    caught: [[stage, server("import { fault } from '#lib/faults/on.ts';")]],
    clean: [[stage, server("import { fault } from '#faults';")]],
  },
];
