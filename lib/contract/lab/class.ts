import { z } from 'zod';

/** What can be solved: every level where something still lands, and the reverse track. */
export const CHALLENGES = [
  ...Array.from({ length: 11 }, (_, place) => `level-${place + 1}`),
  'reverse',
] as const;
export const challengeSchema = z.string().refine((text) => CHALLENGES.includes(text), 'is no challenge');

export const CLASS_BODY_MAX_BYTES = 2_000;

/** A name as it stands on the board: letters, marks, digits, spaces and a few signs. */
export const playerNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .'_-]*$/u, 'is not a name for a board');

/** `POST /api/lab/class/join`; the answer to it sets the player's cookie. */
export const joinSchema = z.strictObject({ code: z.string().trim().max(20), name: playerNameSchema });
export const joinedSchema = z.discriminatedUnion('joined', [
  z.strictObject({ joined: z.literal(true), name: z.string() }),
  z.strictObject({ joined: z.literal(false), why: z.enum(['wrong-code', 'name-taken', 'class-full']) }),
]);
export type Joined = z.infer<typeof joinedSchema>;

const moment = z.iso.datetime();
const solvedSchema = z.strictObject({ challenge: z.string(), solvedAt: moment });

/** `GET /api/lab/class/me`: a player of the class, or whoever works alone on this machine. */
export const labMeSchema = z.strictObject({
  kind: z.enum(['trainer', 'player']),
  name: z.string(),
  isFrozen: z.boolean(),
  solved: z.array(solvedSchema),
});
export type LabMe = z.infer<typeof labMeSchema>;

/** `POST /api/lab/class/flags`. A flag belongs to one player and one challenge; `foreign`: it is somebody else's. */
export const handInSchema = z.strictObject({ challenge: challengeSchema, flag: z.string().trim().max(100) });
export const handedInSchema = z.strictObject({
  verdict: z.enum(['correct', 'already', 'wrong', 'foreign']),
  solved: z.array(solvedSchema),
});
export type HandedIn = z.infer<typeof handedInSchema>;

/** Sent after the trace of a run that landed where a challenge asks for it: `event: flag`. */
export const flagEventSchema = z.strictObject({ challenge: z.string(), flag: z.string() });

/** `GET /api/lab/class/board`: whoever solved most stands first; of two that solved as many, whoever was there first. */
export const boardSchema = z.strictObject({
  isFrozen: z.boolean(),
  startedAt: moment,
  challenges: z.array(z.string()),
  rows: z.array(
    z.strictObject({ name: z.string(), solved: z.array(solvedSchema), lastSolvedAt: moment.nullable() }),
  ),
});
export type Board = z.infer<typeof boardSchema>;

/** `GET /api/lab/class`, trainers only. Address and way in are null where the class is not open to the network. */
export const deskSchema = z.strictObject({
  address: z.string().nullable(),
  code: z.string(),
  /** What the QR code says: address and code in one. */
  joinUrl: z.string().nullable(),
  isFrozen: z.boolean(),
  startedAt: moment,
  players: z.array(z.strictObject({ id: z.uuid(), name: z.string(), joinedAt: moment, solved: z.int() })),
});
export type Desk = z.infer<typeof deskSchema>;

/** `POST /api/lab/class/freeze` and `POST /api/lab/class/reset`, trainers only; both answer with the desk. */
export const freezeSchema = z.strictObject({ frozen: z.boolean() });
export const resetSchema = z.discriminatedUnion('what', [
  /** One player begins anew, under the same name. */
  z.strictObject({ what: z.literal('player'), playerId: z.uuid() }),
  /** Everybody stays and begins anew. */
  z.strictObject({ what: z.literal('all') }),
  /** The class ends: its cookies and its code open nothing any more, and an empty one begins. */
  z.strictObject({ what: z.literal('next-group') }),
]);
export type Reset = z.infer<typeof resetSchema>;
