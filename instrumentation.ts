/** Runs once when a server process starts: parses settings (a wrong one ends the process), then background work. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  // next-auth takes its own address from the request that lib/stages/identity hands it, never from a setting.
  process.env.AUTH_TRUST_HOST = '1';
  delete process.env.NEXTAUTH_URL;
  const { startServer } = await import('#lib/start-server.ts');
  await startServer();
}
