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
    clean: [['components/a.tsx', "import Link from 'next/link';"]],
  },
  {
    id: 'no-transaction-in-data-functions',
    caught: [
      ['lib/billing/a.ts', server("import { withViewer } from '#lib/kernel/db.ts';")],
      ['lib/stages/history/a.ts', server('export const a = (client: C) => client.$transaction([]);')],
    ],
    clean: [
      ['lib/billing/a.ts', server('export function read(viewer: Viewer, tx: Tx): void {}')],
      ['lib/turn/open.ts', server('await withViewer(viewer, read);')],
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
    id: 'no-server-actions',
    caught: [
      ['app/page.tsx', "'use server';\nexport const a = 1;"],
      ['app/page.tsx', "async function act() {\n  'use server';\n}"],
    ],
    clean: [['components/a.tsx', "'use client';\nexport const a = 'use server';"]],
  },
  {
    id: 'no-image-optimiser',
    caught: [['components/a.tsx', "import Image from 'next/image';"]],
    clean: [['components/a.tsx', "import Link from 'next/link';"]],
  },
  {
    id: 'no-rewrites',
    caught: [['next.config.mjs', 'const config = { async rewrites() { return []; } };']],
    clean: [['next.config.mjs', 'const config = { poweredByHeader: false };']],
  },
  {
    id: 'every-page-has-a-nonce',
    caught: [['app/layout.tsx', 'export default async function Layout() { return null; }']],
    clean: [
      ['app/layout.tsx', 'export default async function Layout() { await connection(); return null; }'],
    ],
  },
  {
    id: 'no-request-state-in-modules',
    caught: [
      [stage, server('let current = null;')],
      ['lib/turn.ts', server('export let viewer;')],
    ],
    clean: [[stage, server('const LIMIT = 1;\nfunction f() { let a = 1; return a; }')]],
  },
  {
    id: 'one-door-to-faults',
    caught: [[stage, server("import { fault } from '#lib/faults/on.ts';")]],
    clean: [[stage, server("import { fault } from '#faults';")]],
  },
];
