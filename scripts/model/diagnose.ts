import { classifyFailure } from '#lib/stages/model/transport/classify-failure.ts';

/** What is wrong, and what to put where. */
export type Diagnosis = {
  about: 'key' | 'model' | 'address' | 'request' | 'limit';
  text: string;
  put: string;
};

type Asked = { url: string; headers: Record<string, string>; body: unknown; example: string };

/** Most that is read of an error to tell one kind from another; none of it is shown. */
const MAX_ERROR_BYTES = 20_000;
const PATIENCE_MS = 20_000;
const SETTINGS = '.env.local';

/** What a provider's status means for the person who configured it. */
const BY_STATUS: Readonly<Record<number, Diagnosis>> = {
  400: refused('It does not accept the request.'),
  401: { about: 'key', text: 'It refuses the key.', put: `a valid key into OPENAI_API_KEY (${SETTINGS})` },
  402: limit('The credit of this key is used up.'),
  403: {
    about: 'key',
    text: 'The key may not use this model.',
    put: `a key with that right into OPENAI_API_KEY, or another model into OPENAI_MODEL (${SETTINGS})`,
  },
  422: refused('It does not accept a field of the request.'),
  429: limit('The limit or the credit of this key is used up.'),
};

function refused(text: string): Diagnosis {
  const put = `a chat model that can call tools into OPENAI_MODEL; where the host does not say whose software answers, its family into OPENAI_FAMILY (${SETTINGS}, docs/providers.md)`;
  return { about: 'request', text, put };
}

function limit(text: string): Diagnosis {
  return {
    about: 'limit',
    text,
    put: `nothing: raise the limit with the provider, or another key into OPENAI_API_KEY (${SETTINGS})`,
  };
}

/** Asks the provider directly and says in words why it does not answer. Quotes nothing it sent. */
export async function diagnose({ url, headers, body, example }: Asked): Promise<Diagnosis> {
  const address = `its address into OPENAI_BASE_URL, such as ${example || 'https://HOST/v1'} (${SETTINGS})`;
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const said = answer.ok ? '' : await beginning(answer);
    if (answer.ok)
      return {
        about: 'request',
        text: 'It answers, but not as a stream in the expected format.',
        put: `a provider of Chat Completions: ${address}`,
      };
    if (answer.status >= 300 && answer.status < 400)
      return {
        about: 'address',
        text: 'It sends us elsewhere, and redirects are not followed.',
        put: address,
      };
    if (answer.status === 404)
      return /model|deployment/i.test(said)
        ? {
            about: 'model',
            text: 'It does not know the model.',
            put: `one that your key may use into OPENAI_MODEL (${SETTINGS})`,
          }
        : { about: 'address', text: 'There is nothing at this address.', put: address };
    if (answer.status === 400 && /api.?key/i.test(said) && !/model/i.test(said))
      return BY_STATUS[401] ?? refused('');
    return (
      BY_STATUS[answer.status] ?? {
        about: 'limit',
        text: `It fails with status ${answer.status}.`,
        put: 'nothing: try again later',
      }
    );
  } catch (error) {
    return unreached(error, address);
  }
}

function unreached(error: unknown, address: string): Diagnosis {
  if (error instanceof Error && error.name === 'TimeoutError')
    return {
      about: 'address',
      text: `It does not answer within ${PATIENCE_MS / 1_000} s.`,
      put: `more patience into MODEL_FIRST_BYTE_MS, or ${address}`,
    };
  const failure = classifyFailure(error);
  if (failure.kind === 'unsent' && !failure.isWorthRetrying)
    return {
      about: 'address',
      text: 'Its certificate is not trusted, or it wants one of ours.',
      put: `the certificate of its issuer into OPENAI_TLS_CA_FILE, and ours into OPENAI_TLS_CERT_FILE and OPENAI_TLS_KEY_FILE (${SETTINGS})`,
    };
  return { about: 'address', text: 'Nothing answers at its address.', put: address };
}

async function beginning(answer: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of answer.body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > MAX_ERROR_BYTES) break;
  }
  return text;
}
