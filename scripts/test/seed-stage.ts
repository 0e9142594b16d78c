import { runCommand } from '#scripts/console/step.ts';
import { seedDatabase } from '#scripts/start/seed-database.ts';

// Run by scripts/test/stage.ts with the settings of the database to seed.
await runCommand(async () => {
  await seedDatabase({});
});
process.exit();
