import 'server-only';
import type { ModelRequest, ModelUsage } from '#lib/kernel/model-port.ts';

/**
 * What a request cost at most, where the provider did not say: no tokenizer makes more tokens than bytes.
 * @param receivedBytes of text and tool calls that came back
 */
export function boundUsage(
  request: Pick<ModelRequest, 'messages' | 'tools'>,
  receivedBytes: number,
): ModelUsage {
  const sentBytes =
    Buffer.byteLength(JSON.stringify(request.messages)) + Buffer.byteLength(JSON.stringify(request.tools));
  return { inputTokens: sentBytes, outputTokens: receivedBytes, estimated: true };
}
