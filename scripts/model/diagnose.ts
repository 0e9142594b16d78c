/** What a provider's status means for the person who configured it. */
const meanings: Readonly<Record<number, string>> = {
  400: 'it does not accept the request: is OPENAI_MODEL a chat model with tools?',
  401: 'it refuses OPENAI_API_KEY',
  403: 'OPENAI_API_KEY may not use this model',
  404: 'it does not know OPENAI_MODEL, or OPENAI_BASE_URL does not end in its /v1',
  429: 'it says that the limit or the credit of this key is used up',
};

/** Asks the provider directly, and says in words why it does not answer. Quotes nothing it sent. */
export async function diagnose(provider: {
  baseUrl: string;
  apiKey: string;
  model: string;
}): Promise<string> {
  const body = JSON.stringify({ model: provider.model, messages: [{ role: 'user', content: 'Hello' }] });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${provider.apiKey}` };
  try {
    const url = `${provider.baseUrl.replace(/\/$/, '')}/chat/completions`;
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(20_000) });
    if (answer.ok) return 'it answers, but not as a stream in the expected format';
    return meanings[answer.status] ?? `it answers with status ${answer.status}`;
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return late ? 'it does not answer within 20 s' : 'nothing answers at its address (OPENAI_BASE_URL)';
  }
}
