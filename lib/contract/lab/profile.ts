import { z } from 'zod';
import { stopperSchema } from './attack.ts';

/** The defence profiles, in the order in which they are taught. */
export const PROFILES = [
  'none',
  'naive-patterns',
  'prompt-only',
  'output-only',
  'least-privilege-only',
  'approvals-only',
  'guards-only',
  'everything',
] as const;
export const profileNameSchema = z.enum(PROFILES);
export type ProfileName = z.infer<typeof profileNameSchema>;

export const defenceSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What it does, in one sentence. */
  does: z.string(),
  stage: stopperSchema,
  /** The planted faults that take it away together. */
  faults: z.array(z.string()),
  /** Never taken away by a profile, only by a switch of its own: without it the application only breaks. */
  isStanding: z.boolean(),
});
export type Defence = z.infer<typeof defenceSchema>;

export const profileSchema = z.strictObject({
  name: profileNameSchema,
  title: z.string(),
  says: z.string(),
  /** Ids of the defences that stand. */
  keeps: z.array(z.string()),
  /** Every fault that is planted. */
  faults: z.array(z.string()),
});
export type Profile = z.infer<typeof profileSchema>;

/** One planted fault, as a switch of its own. */
export const faultSwitchSchema = z.strictObject({
  id: z.string(),
  stage: z.string(),
  what: z.string(),
  defence: z.string(),
  level: z.int(),
});
export type FaultSwitch = z.infer<typeof faultSwitchSchema>;

/** Everything that can be switched: `GET /api/lab/defences`. */
export const switchboardSchema = z.strictObject({
  defences: z.array(defenceSchema),
  profiles: z.array(profileSchema),
  faults: z.array(faultSwitchSchema),
});
export type Switchboard = z.infer<typeof switchboardSchema>;

/** How a run is defended: by a profile, by the defences that stand (the reverse track), or by everything without these faults (single switches). */
export const defendedBySchema = z.union([
  z.strictObject({ profile: profileNameSchema }),
  z.strictObject({ keeps: z.array(z.string()).max(40) }),
  z.strictObject({ without: z.array(z.string()).max(200) }),
]);
export type DefendedBy = z.infer<typeof defendedBySchema>;
