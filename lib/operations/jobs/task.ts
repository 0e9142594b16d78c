import 'server-only';

/** A background task. `cron` (UTC) where it runs by itself; `backfill` is how far back missed runs are made up for. */
export type Task = {
  readonly name: string;
  readonly cron?: string;
  readonly backfill?: string;
  readonly run: () => Promise<void>;
};
