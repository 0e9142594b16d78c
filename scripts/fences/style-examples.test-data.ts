import { type Example, server, stage } from './wall-examples.test-data.ts';

export const STYLE_EXAMPLES: readonly Example[] = [
  {
    id: 'no-barrels',
    caught: [
      ['lib/billing/index.ts', server('export const a = 1;')],
      ['lib/billing/all.ts', server("export * from './a.ts';")],
    ],
    clean: [['lib/billing/a.ts', server("export { a } from './b.ts';")]],
  },
  {
    id: 'no-drawers',
    caught: [
      ['lib/billing/utils.ts', server('')],
      ['components/helpers/a.tsx', ''],
      ['lib/kernel/string-helper.ts', server('')],
    ],
    clean: [['lib/billing/read-invoice.ts', server('')]],
  },
  {
    id: 'imports-name-files',
    caught: [
      ['app/page.tsx', "import { a } from '@/lib/a.ts';"],
      ['app/page.tsx', "import { a } from '#lib/turn';"],
      ['app/page.tsx', "import { a } from './b';"],
    ],
    clean: [
      [
        'app/page.tsx',
        "import { a } from '#lib/turn.ts';\nimport './b.css';\nimport { fault } from '#faults';",
      ],
    ],
  },
  {
    id: 'one-kind-of-link',
    caught: [['components/a.tsx', "import Link from 'next/link';"]],
    clean: [
      ['components/a.tsx', "import { Link } from '#components/ui/link.tsx';"],
      ['components/ui/link.tsx', "import NextLink from 'next/link';"],
    ],
  },
  {
    id: 'default-exports',
    caught: [
      ['components/a.tsx', 'export default function A() {}'],
      ['lib/turn.ts', server('export default 1;')],
    ],
    clean: [
      ['app/c/page.tsx', 'export default function Page() {}'],
      ['components/a.tsx', 'export function A() {}'],
    ],
  },
  {
    id: 'no-any',
    caught: [[stage, server('export const a: any = 1;')]],
    clean: [[stage, server('export const any: unknown = 1;')]],
  },
  {
    id: 'no-assertions',
    caught: [
      [stage, server('export const a = b as string;')],
      [stage, server('export const a = <string>b;')],
      [stage, server('export const a = b!.c;')],
      ['scripts/a.ts', 'const a = b as string;'],
      ['prisma/seed/a.ts', 'const a = b as string;'],
    ],
    clean: [
      [stage, server('export const a = [1] as const;\nimport { b as c } from "./b.ts";')],
      ['lib/kernel/a.ts', server('export const a = b as string;')],
      ['lib/kernel/a.test.ts', 'export const a = b as string;'],
    ],
  },
  {
    id: 'no-enums',
    caught: [[stage, server('export enum A { B }')]],
    clean: [[stage, server('export const A = { B: 1 } as const;')]],
  },
  {
    id: 'classes-are-errors',
    caught: [[stage, server('export class Service {}')]],
    clean: [[stage, server('export class ToolError extends AppError {}')]],
  },
  {
    id: 'short-files',
    caught: [
      [stage, server('// line\n'.repeat(200))],
      ['lib/turn.ts', server('// line\n'.repeat(100))],
    ],
    clean: [
      [stage, server('// line\n'.repeat(199))],
      ['lib/stages/tools/run.test.ts', '// line\n'.repeat(500)],
    ],
  },
];
