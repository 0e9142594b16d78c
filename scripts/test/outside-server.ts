import {
  dropStaleTestDatabases,
  createTemplateDatabase,
  dropTestDatabases,
  outsidePrefix,
  type Template,
} from '#scripts/database/test-databases.ts';

/** A server that tests are pointed at on purpose (TEST_DATABASE_URL); null where there is none. */
export const outsideServer = process.env.TEST_DATABASE_URL || null;

/** Runs `work` on a migrated database of the outside server, under roles of this process alone, and removes both. */
export async function onOutsideServer(work: (template: Template) => Promise<void>): Promise<void> {
  if (!outsideServer) throw new Error('TEST_DATABASE_URL is not set.');
  await dropStaleTestDatabases(outsideServer);
  const prefix = outsidePrefix();
  try {
    await work(await createTemplateDatabase(outsideServer, prefix));
  } finally {
    await dropTestDatabases(outsideServer, prefix);
  }
}
