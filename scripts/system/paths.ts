import { dirname, join } from 'node:path';

/** The clone's folder. */
export const root = dirname(dirname(import.meta.dirname));

/** Where everything a run writes lives (ignored by git): clusters, stamps, logs. */
export const dataFolder = join(root, '.data');
