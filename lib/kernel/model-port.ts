import 'server-only';
import type { SentCallDto } from '#lib/contract/sent.ts';

/** One message as the model receives it. `toolCalls` stands on assistant messages, `toolCallId` on tool results. */
export type ModelMessage =
  | { role: 'system' | 'user'; content: string }
  | { role: 'assistant'; content: string; toolCalls?: ModelToolCall[] }
  | { role: 'tool'; content: string; toolCallId: string };

/**
 * `argumentsJson` is exactly what the model sent: unparsed, untrusted. `extras` is what the provider wants back beside the call in
 * the next round, as JSON: nobody else reads it.
 */
export type ModelToolCall = { id: string; name: string; argumentsJson: string; extras?: string };

export type ModelTool = { name: string; description: string; parameters: Record<string, unknown> };

export type ModelRequest = {
  messages: ModelMessage[];
  tools: readonly ModelTool[];
  maxOutputTokens: number;
  /** A pseudonym that is stable per person and says nothing about them. */
  userPseudonym: string;
  signal: AbortSignal;
  /** Called when the stream ends without `finish` (left, cut, refused halfway): what was spent at most, and on which model. */
  onBroken?: (usage: ModelUsage, model?: string) => void;
  /** Called as a request leaves: what it says, word for word. Once a call, however often that is tried again. */
  onSent?: (sent: SentCallDto) => void;
  /** Whether this model may be asked now. Absent: any. */
  mayAsk?: (model: string) => boolean;
};

export type ModelFinish = 'stop' | 'length' | 'tool_calls';

/** What a model sends back, in order; `finish` is always last. */
export type ModelEvent =
  | { type: 'text'; delta: string }
  | { type: 'tool_call'; call: ModelToolCall }
  /** `model`: the one that answered, where that is another than the port's own. */
  | { type: 'finish'; reason: ModelFinish; usage: ModelUsage; model?: string };

/** `cachedTokens` of the input were read before. `estimated` where nothing that can be was reported and an upper bound by bytes stands in. */
export type ModelUsage = {
  inputTokens: number;
  cachedTokens?: number;
  outputTokens: number;
  estimated: boolean;
};

/** Who answers. Throws `AppError` `model_unavailable` or `model_malformed`, and the signal's reason when aborted. */
export type ModelPort = {
  readonly name: string;
  /** True for the built-in scripted demonstration model. */
  readonly scripted: boolean;
  stream(request: ModelRequest): AsyncIterable<ModelEvent>;
};
