import 'server-only';
import { z } from 'zod';
import type { ModelTool } from '#lib/kernel/ports.ts';
import { TOOL_TABLE } from './policy.ts';

/** The registry as the model is told about it. Roles are checked when a call runs, so that a refusal can be explained. */
export function describeTools(): ModelTool[] {
  return Object.entries(TOOL_TABLE).map(([name, tool]) => ({
    name,
    description: tool.description,
    parameters: z.toJSONSchema(tool.schema),
  }));
}
