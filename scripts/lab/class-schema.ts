import { quoted } from '#scripts/database/role-sql.ts';

/**
 * What a class leaves behind: a schema of the lab's own database, in no other. At most one class is open; a code opens that one
 * alone, and a player belongs to one class. `person_id`: whoever works alone on the trainer's machine, and stands on no board.
 */
const TABLES = [
  'CREATE SCHEMA IF NOT EXISTS lab',
  `CREATE TABLE IF NOT EXISTS lab.class (
     id uuid PRIMARY KEY,
     code text NOT NULL,
     started_at timestamptz NOT NULL DEFAULT now(),
     frozen_at timestamptz,
     ended_at timestamptz)`,
  'CREATE UNIQUE INDEX IF NOT EXISTS class_open ON lab.class ((true)) WHERE ended_at IS NULL',
  `CREATE TABLE IF NOT EXISTS lab.player (
     id uuid PRIMARY KEY,
     class_id uuid NOT NULL REFERENCES lab.class ON DELETE CASCADE,
     name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
     person_id uuid,
     joined_at timestamptz NOT NULL DEFAULT now())`,
  'CREATE UNIQUE INDEX IF NOT EXISTS player_name ON lab.player (class_id, lower(name)) WHERE person_id IS NULL',
  'CREATE UNIQUE INDEX IF NOT EXISTS player_person ON lab.player (class_id, person_id)',
  `CREATE TABLE IF NOT EXISTS lab.solve (
     player_id uuid NOT NULL REFERENCES lab.player ON DELETE CASCADE,
     challenge text NOT NULL,
     solved_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (player_id, challenge))`,
  `CREATE TABLE IF NOT EXISTS lab.press (
     player_id uuid NOT NULL REFERENCES lab.player ON DELETE CASCADE,
     what text NOT NULL,
     pressed_at timestamptz NOT NULL DEFAULT clock_timestamp())`,
  // Of outside clients: who speaks in a session, and where its conversation stands.
  `CREATE TABLE IF NOT EXISTS lab.client_session (
     id text NOT NULL,
     profile text NOT NULL,
     person jsonb NOT NULL,
     conversation_id text,
     begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     PRIMARY KEY (id, profile))`,
  'CREATE INDEX IF NOT EXISTS client_session_begun ON lab.client_session (begun_at)',
  'CREATE INDEX IF NOT EXISTS press_time ON lab.press (player_id, what, pressed_at)',
] as const;

/** The statements that make the lab's own schema, for its owner to run; the app may use every table of it. */
export function classSchema(prefix: string): string[] {
  const app = quoted(`${prefix}_app`);
  return [
    ...TABLES,
    `GRANT USAGE ON SCHEMA lab TO ${app}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA lab TO ${app}`,
  ];
}
