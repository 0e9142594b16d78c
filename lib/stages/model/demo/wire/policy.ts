import 'server-only';

export const DEMO_MODEL_ID = 'countersign-demo';
/** Largest request body, in bytes: a full prompt with results is far below. */
export const BODY_MAX_BYTES = 2_000_000;
/** Longest answer in tokens where the request sets no limit. */
export const DEFAULT_MAX_TOKENS = 4_096;
/** Characters per token, roughly, of the usual tokenizers. */
export const CHARACTERS_PER_TOKEN = 4;
/** Words per streamed chunk. */
export const WORDS_PER_CHUNK = 2;
export const REQUEST_TIMEOUT_MS = 30_000;

/** OpenAI-shaped errors: status, type, code and message. */
export const ERRORS = {
  not_found: {
    status: 404,
    type: 'invalid_request_error',
    code: 'unknown_url',
    message: 'Unknown request URL.',
  },
  wrong_method: {
    status: 405,
    type: 'invalid_request_error',
    code: 'method_not_supported',
    message: 'Not allowed to use this method on this URL.',
  },
  too_large: {
    status: 413,
    type: 'invalid_request_error',
    code: 'request_too_large',
    message: 'The request body is too large.',
  },
  not_json: {
    status: 400,
    type: 'invalid_request_error',
    code: 'invalid_json',
    message: 'We could not parse the JSON body of your request.',
  },
  bad_request: {
    status: 400,
    type: 'invalid_request_error',
    code: 'invalid_value',
    message: 'messages must be a non-empty array of chat messages.',
  },
  unknown_model: {
    status: 404,
    type: 'invalid_request_error',
    code: 'model_not_found',
    message: 'The model does not exist or you do not have access to it.',
  },
  internal: {
    status: 500,
    type: 'server_error',
    code: 'internal_error',
    message: 'The server had an error while processing your request.',
  },
} as const;
export type WireErrorCode = keyof typeof ERRORS;
