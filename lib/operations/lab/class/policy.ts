import 'server-only';

/** Plain http on a local network: no prefix is possible. It opens the lab and nothing else. */
export const PLAYER_COOKIE = 'countersign-lab.player';
/** A working day. */
export const PLAYER_COOKIE_MAX_AGE_S = 12 * 60 * 60;

/** Letters and digits that nobody takes for another when they are read aloud or off a wall. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRTUVWXY346789';
export const CODE_LENGTH = 6;

export const PLAYERS_MAX = 60;

/** What one player may do in a minute, by what it is. */
export const PRESSES_A_MINUTE = { run: 20, flag: 20, reverse: 4 } as const;
export type Press = keyof typeof PRESSES_A_MINUTE;

/** Runs that are computed side by side on two cores; the others wait their turn. */
export const RUNS_AT_ONCE = 4;
/** Two panes: whoever asks for more waits for their own. */
export const RUNS_AT_ONCE_PLAYER = 2;
/** Longest a run waits before its player is asked to try again. */
export const RUN_WAIT_MS = 60_000;
