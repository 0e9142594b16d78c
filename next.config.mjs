/** The attack lab's build (LAB=1) has pages of its own and plants faults: it never lies where a normal one is looked for. */
const isLab = process.env.LAB === '1';
const distDir = process.env.NEXT_DIST_DIR || (isLab ? '.next-lab' : '.next');
if (isLab !== distDir.endsWith('-lab'))
  throw new Error(`A build ${isLab ? 'with' : 'without'} LAB=1 does not go into ${distDir}.`);

/** `*.lab.tsx` and `*.lab.ts` are pages and routes of that build only, and `#faults` is what plants them there. */
const lab = {
  pageExtensions: ['lab.tsx', 'lab.ts', 'tsx', 'ts'],
  turbopack: { resolveAlias: { '#faults': './lib/faults/on.ts' } },
};

/**
 * Everywhere else `fault('…')` is written `false` before anything is compiled: bundlers do not look across modules for that, and
 * neither a branch nor its name may be left.
 */
const normal = {
  turbopack: {
    rules: {
      '*.{ts,tsx}': {
        condition: { all: [{ not: 'foreign' }, { content: /from '#faults'/ }] },
        loaders: [{ loader: './lib/faults/without-faults.cjs' }],
      },
    },
  },
};

/** @type {import('next').NextConfig} */
const config = {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // `npm test` checks types, over more files than a build sees; whoever only starts the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Written to disk it costs a build a quarter more, and nearly every build is the first of its clone.
    turbopackFileSystemCacheForBuild: false,
    // Nobody reads a build's: they would hold every source, and with it the names of faults that the build has not.
    turbopackSourceMaps: process.env.RUN_MODE === 'dev',
  },
  serverExternalPackages: [
    '@aws-sdk/client-kms',
    '@node-rs/argon2',
    'pg',
    'graphile-worker',
    'pino',
    'undici',
  ],
  ...(isLab ? lab : normal),
};

export default config;
