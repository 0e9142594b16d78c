import type { Settings } from '#scripts/settings/env-file.ts';

/**
 * Puts the demonstration's tenants, people and bills into the database; what is there already stays.
 * The modules are loaded only now: on a fresh clone the database client has just been written.
 */
export async function seedDatabase(settings: Settings, options: { reset?: boolean } = {}): Promise<string> {
  Object.assign(process.env, settings);
  const { seedDemo } = await import('../../prisma/seed.ts');
  const { closeDatabases } = await import('#lib/kernel/db.ts');
  try {
    const text = await seedDemo(options);
    return typeof text === 'string' ? text : 'present';
  } finally {
    await closeDatabases();
  }
}
