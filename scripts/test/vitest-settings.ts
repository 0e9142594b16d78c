import { inject, vi } from 'vitest';
import { blankEnvironment } from './test-env.ts';
import { workerDatabase } from './worker-database.ts';

// Runs before every test file: the settings of this run, a fresh database, and nothing of the surrounding environment.
const template = inject('template');
const database = template ? await workerDatabase(template, process.env.VITEST_POOL_ID ?? '1') : {};
Object.assign(process.env, blankEnvironment(process.env), inject('settings'), database);
// A worker goes on from file to file, because Prisma and others take longest the first time; what our own modules
// remember (settings, flags, the model in use) does not.
vi.resetModules();
