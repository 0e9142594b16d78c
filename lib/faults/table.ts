import 'server-only';

/**
 * Every planted fault: where it stands, what it takes away, and which other walls stand behind it. A fault is killed when a
 * property test sees a violation, or when one of its backstops speaks.
 */
export const FAULTS = {} as const satisfies Record<string, Fault>;

export type Fault = { stage: string; what: string; backstops: readonly string[] };
export type FaultId = keyof typeof FAULTS;
