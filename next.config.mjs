/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // `npm test` checks types, over more files than a build sees; whoever only starts the app need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Written to disk it costs a build a quarter more, and nearly every build is the first of its clone.
  experimental: { turbopackFileSystemCacheForBuild: false },
  serverExternalPackages: [
    '@aws-sdk/client-kms',
    '@node-rs/argon2',
    'pg',
    'graphile-worker',
    'pino',
    'undici',
  ],
};

export default config;
