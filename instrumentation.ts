/** Runs once when a server process starts: parses settings (a wrong one ends the process), then background work. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startServer } = await import('#lib/start-server.ts');
  await startServer();
}
