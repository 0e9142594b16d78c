import { join } from 'node:path';
import { dataFolder, root } from './paths.ts';

/** What a command works on. Two installations of one clone share code and packages, and nothing that they write. */
export type Installation = {
  readonly isLab: boolean;
  /** The folder of the PostgreSQL cluster, below the folder of all clusters. */
  readonly cluster: string;
  readonly database: string;
  /** Where the app is built. */
  readonly build: string;
  /** Settings and secrets; SETTINGS_FILE names another place. */
  readonly settingsFile: string;
  readonly port: number;
  /** Settings that hold unless someone decided otherwise. */
  readonly settings: Readonly<Record<string, string>>;
};

/** This clone's own, and the attack lab's: its cookie has a name of its own, because cookies do not tell ports apart. */
export const INSTALLATIONS = {
  own: {
    isLab: false,
    cluster: 'postgres',
    database: 'countersign',
    build: '.next',
    settingsFile: join(root, '.env.local'),
    port: 3000,
    settings: {},
  },
  lab: {
    isLab: true,
    cluster: 'lab',
    database: 'countersign_lab',
    build: '.next-lab',
    settingsFile: join(dataFolder, 'lab', 'settings.env'),
    port: 3100,
    settings: { SESSION_COOKIE: 'countersign-lab.session', DEMO_MODEL_PACE_MS: '2', LOG_LEVEL: 'warn' },
  },
} as const satisfies Record<string, Installation>;

/** The installation that this process was started for: the lab's with LAB=1. */
export const installation: Installation = INSTALLATIONS[process.env.LAB === '1' ? 'lab' : 'own'];
