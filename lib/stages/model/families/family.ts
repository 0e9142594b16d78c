import 'server-only';

/** What a family of providers understands of a request beyond model, messages, tools and streaming. */
export type Accepts = {
  /** `store: false`: keep no copy for dashboards, evaluations or training. */
  store: boolean;
  /** `provider: {data_collection: 'deny'}`: pass the request on only to those who keep nothing for themselves. */
  denyCollection: boolean;
  /** `stream_options: {include_usage: true}`. Without it some report usage anyway, and some never. */
  streamUsage: boolean;
  /** Which name bounds the length of the answer. A name that is ignored would bound nothing. */
  maxTokens: 'max_completion_tokens' | 'max_tokens';
  parallelToolCalls: boolean;
  /** `strict: true` on a function: arguments follow the schema. */
  strictTools: boolean;
  /** The field for a pseudonym of whoever asks. */
  user: 'safety_identifier' | 'user' | null;
};

/** Facts about one family of providers. Plain data: the request, the pages and the records of processing are made from it. */
export type Family = {
  name: string;
  /** Exact hosts; one that begins with a dot stands for every host that ends so. */
  hosts: readonly string[];
  /** The port by which it is known on one's own network. */
  localPort: number | null;
  /** It runs on machines of whoever runs this application: nothing is handed to anybody else. */
  isOwn: boolean;
  /** What OPENAI_BASE_URL looks like. */
  baseUrl: string;
  /** The header the key travels in. */
  auth: 'authorization' | 'api-key';
  accepts: Accepts;
  /** Ids of tool calls: any short text, or nine letters and digits. */
  callIds: 'any' | 'nine';
  /** It wants back, beside each call, what it had sent there (`extra_content`). */
  returnsExtras: boolean;
  /** What it keeps of prompts and answers, in one sentence for a person. */
  keeps: string;
  /** For how many days at most by default; null where it states none. */
  keptDays: number | null;
  /** Where it says so, and where it lists its parameters. Read on FAMILIES_READ_ON. */
  source: string;
  parameters: string;
};

/** What everybody takes: with an unknown host nothing more is sent. */
export const LEAST: Accepts = {
  store: false,
  denyCollection: false,
  streamUsage: false,
  maxTokens: 'max_tokens',
  parallelToolCalls: false,
  strictTools: false,
  user: null,
};
