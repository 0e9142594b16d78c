import 'server-only';
import { z } from 'zod';
import type { ModelTool } from '#lib/kernel/model-port.ts';
import { TOOL_TABLE } from './policy.ts';

/** The registry as the model is told about it. Roles are checked when a call runs, so that a refusal can be explained. */
export function describeTools(): readonly ModelTool[] {
  return (described ??= Object.entries(TOOL_TABLE).map(([name, tool]) => ({
    name,
    description: tool.description,
    parameters: plainSchema(tool.schema),
  })));
}

/** The same for every turn, and a tenth of a turn's work to write down. */
let described: readonly ModelTool[] | undefined;

/** Without what only costs tokens: the dialect's address, and the leap years spelled out in the pattern of every day. */
function plainSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date') delete jsonSchema.pattern;
    },
  });
  return plain;
}
