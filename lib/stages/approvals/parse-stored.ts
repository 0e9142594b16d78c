import 'server-only';
import { z } from 'zod';
import { changeToolSchema } from '#lib/contract/approvals.ts';

/** Arguments as they are stored: flat, whole numbers, nothing that JSON could read in two ways. What each tool takes, billing checks. */
export const argumentsSchema = z
  .object({ tool: changeToolSchema })
  .catchall(z.union([z.string(), z.int(), z.boolean(), z.null(), z.array(z.string())]));
