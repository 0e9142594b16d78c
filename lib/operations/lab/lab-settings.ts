import 'server-only';
import { z } from 'zod';

const shape = z.object({
  /** What outside clients show at the red-team endpoint. */
  LAB_KEY: z.string().min(32),
  /** What cookies and flags of a class are made with. */
  LAB_SECRET: z.string().min(43),
  /** The cluster's superuser: what an oracle reads stands behind every wall. */
  LAB_ADMIN_URL: z.string().min(1),
  /** Who renders answers as the chat's page does. */
  LAB_RENDER_URL: z.string().min(1),
  /** Where the class's gate listens, as `http://192.168.1.20:3200`; blank where there is none. */
  LAB_CLASS_URL: z.string().default(''),
});

/** Settings of the attack lab. They are read here and not with all others, so that a normal build does not know their names. */
export function labSettings(): z.infer<typeof shape> {
  return shape.parse(process.env);
}
