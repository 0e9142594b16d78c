import { type Example, server, stage } from './wall-examples.test-data.ts';

const route = 'app/api/a/route.ts';
const proxy = (matcher: string, rest = ''): string =>
  `${rest}\nexport const config = { matcher: ${matcher} };`;
const PAGES = "['/((?!api/|api$|_next/static/).*)']";

export const DOOR_EXAMPLES: readonly Example[] = [
  {
    id: 'answers-are-parsed',
    caught: [
      [route, 'export const GET = () => Response.json({ a: 1 });'],
      [route, 'export const GET = () => new Response(text);'],
      [route, 'export const GET = () => NextResponse.json(rows);'],
      [route, 'export const GET = () => new NextResponse(text);'],
      [stage, server('export const a = () => Response.json(rows);')],
      ['lib/commands/a.ts', server('export const a = () => Response.redirect(url);')],
    ],
    clean: [
      [route, 'export const GET = (): Response => jsonResponse(aSchema, a);'],
      ['lib/kernel/http.ts', server('export const a = () => Response.json(schema.parse(value));')],
      ['lib/kernel/event-stream.ts', server('export const a = () => new Response(body);')],
    ],
  },
  {
    id: 'answers-are-in-the-contract',
    caught: [
      [route, 'const aSchema = z.object({});\nexport const GET = () => jsonResponse(aSchema, a);'],
      [
        route,
        "import { aSchema } from '#lib/stages/tools/a.ts';\nexport const GET = () => jsonResponse(aSchema, a);",
      ],
      [route, 'export const GET = () => jsonResponse(z.any(), a);'],
    ],
    clean: [
      [
        route,
        "import { aSchema } from '#lib/contract/a.ts';\nexport const GET = () => jsonResponse(aSchema, a);",
      ],
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
    clean: [['components/a.tsx', "import { useRouter } from 'next/navigation';"]],
  },
  {
    id: 'no-rewrites',
    caught: [
      ['next.config.mjs', 'const config = { async rewrites() { return []; } };'],
      ['next.config.mjs', "const config = { 'rewrites': [] };"],
    ],
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
    id: 'the-image-optimiser-is-off',
    caught: [
      ['next.config.mjs', 'const config = {};'],
      ['next.config.mjs', 'const config = { images: { unoptimized: false } };'],
    ],
    clean: [['next.config.mjs', 'const config = { images: { unoptimized: true } };']],
  },
  {
    id: 'no-page-asks-to-be-static',
    caught: [
      ['app/a/page.tsx', "export const dynamic = 'force-static';"],
      ['app/a/page.tsx', 'export const revalidate = 60;'],
      ['app/a/page.tsx', 'export function generateStaticParams() { return []; }'],
      ['app/a/page.tsx', "'use cache';\nexport const a = 1;"],
    ],
    clean: [['app/a/page.tsx', 'export default async function Page() { await connection(); }']],
  },
  {
    id: 'the-proxy-sees-pages-only',
    caught: [
      ['proxy.ts', 'export function proxy() {}'],
      ['proxy.ts', proxy("['/:path*']")],
      ['proxy.ts', proxy("'/((?!_next/static/).*)'")],
      ['proxy.ts', proxy("['/((?!api/|_next/static/).*)']")],
      ['proxy.ts', proxy("['/((?!api/|api$).*)', '/api/chat']")],
      ['proxy.ts', proxy("['/((?!api|_next/static/).*)']")],
      ['proxy.ts', proxy("['/c/(.*)']")],
    ],
    clean: [
      ['proxy.ts', proxy(PAGES)],
      ['proxy.ts', proxy("'/((?!api/|api$).*)'")],
    ],
  },
  {
    id: 'the-proxy-decides-nothing',
    caught: [
      ['proxy.ts', proxy(PAGES, "import { verify } from '#lib/stages/identity/verify-session.ts';")],
      ['proxy.ts', proxy(PAGES, "import { withAuth } from 'next-auth/middleware';")],
      ['proxy.ts', proxy(PAGES, "export const proxy = (request) => request.cookies.get('session');")],
      ['proxy.ts', proxy(PAGES, "export const proxy = () => NextResponse.redirect('/sign-in');")],
      ['proxy.ts', proxy(PAGES, 'export const proxy = () => new Response(null, { status: 403 });')],
    ],
    clean: [
      [
        'proxy.ts',
        proxy(
          PAGES,
          "import { NextResponse } from 'next/server';\nexport const proxy = () => NextResponse.next();",
        ),
      ],
    ],
  },
  {
    id: 'one-reader-of-bodies',
    caught: [
      [route, 'const body = await request.json();'],
      [route, 'const body = await request.text();'],
      [route, 'const body = await (await request.clone()).formData();'],
      [route, 'const reader = request.body.getReader();'],
      ['lib/stages/identity/a.ts', server('for await (const chunk of request.body ?? []) take(chunk);')],
    ],
    clean: [
      [route, 'const body = await readJson(request, aSchema, 4_000);'],
      [stage, server('for (const part of answer.body) take(part.text);')],
      ['lib/kernel/http.ts', server('for await (const chunk of request.body ?? []) take(chunk);')],
      ['components/a.ts', 'const body = await response.json();'],
    ],
  },
];
