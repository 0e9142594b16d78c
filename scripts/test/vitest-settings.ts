import { inject } from 'vitest';
import { blankEnvironment } from './test-env.ts';

// Runs before every test file: the environment of its worker, and nothing of the surrounding one.
const settings = inject('workerSettings')[process.env.VITEST_POOL_ID ?? '1'] ?? {};
Object.assign(process.env, blankEnvironment(process.env), settings);
