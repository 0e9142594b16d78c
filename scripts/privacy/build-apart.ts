// Makes one copy in a process that does nothing else, and says what it took: `node … build-apart.ts EXPORT_ID`.
const [exportId = ''] = process.argv.slice(2);
const { database, closeDatabases } = await import('#lib/kernel/db.ts');
const { buildExport } = await import('#lib/operations/privacy/export/build-export.ts');

await database('app').$queryRaw`SELECT 1`;
await database('jobs').$queryRaw`SELECT 1`;
const startBytes = process.memoryUsage.rss();
const startedMs = performance.now();
const outcome = await buildExport(exportId);
const ms = performance.now() - startedMs;
await closeDatabases();
// In kilobytes, whatever the system counts in.
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(`${JSON.stringify({ outcome, startBytes, peakBytes, ms })}\n`);
