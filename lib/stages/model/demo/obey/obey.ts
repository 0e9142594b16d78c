import 'server-only';
import type { Conversation } from '../conversation.ts';
import type { ToolCall } from '../types.ts';
import type { Understood } from '../understanding/understand.ts';

/** What the instructions found in the conversation make the model do besides answering. */
export type Obeyed = {
  found: boolean;
  calls: ToolCall[];
  /** True when the honest answer itself is given in another form (encoded). */
  replaces: boolean;
  text: (honest: string) => string;
  forever?: string;
};

export function obey(_conversation: Conversation, _understood: Understood): Obeyed {
  return { found: false, calls: [], replaces: false, text: () => '' };
}
