import 'server-only';

/**
 * A background task, for the rows of these ids where `cs.enqueue` named some. `cron` (UTC) where it runs by itself; `backfill` is
 * how far back missed runs are made up for. `inEveryProcess` is for what must be noticed just then when no worker lives: every
 * server process does it by a timer as well.
 */
export type Task = {
  readonly name: string;
  readonly cron?: string;
  readonly backfill?: string;
  readonly run: (ids: readonly string[]) => Promise<void>;
  readonly inEveryProcess?: { readonly everyMs: number; readonly run: () => Promise<void> };
};
