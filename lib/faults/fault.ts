import 'server-only';

/**
 * A planted fault: the stage it stands in, what it takes away, the walls that stand behind it (other ids of this table, or
 * `database-constraints`), and its level in the attack lab. `second`: a wall that is only ever behind others, and is taken
 * away together with the one it backs. `labOnly`: takes a whole wall away, or adds one of the textbook's, for the attack lab: the walls
 * within it have faults of their own, which the property test must see.
 */
export type Fault = {
  stage: string;
  what: string;
  backstops: readonly string[];
  level: number;
  second?: true;
  labOnly?: true;
};

export const CONSTRAINTS = 'database-constraints';
export const ROW_SECURITY = 'database-walls-off';

export function planted(stage: string, level: number, what: string, ...backstops: readonly string[]): Fault {
  return { stage, level, what, backstops };
}
export function behind(stage: string, what: string): Fault {
  return { stage, level: 0, what, backstops: [], second: true };
}
export function forLab(stage: string, level: number, what: string): Fault {
  return { stage, level, what, backstops: [], labOnly: true };
}
