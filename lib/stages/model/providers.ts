import 'server-only';

/** What a model provider keeps of what it is sent, as it says itself. Facts for the records of processing, not promises of ours. */
export type ProviderFacts = {
  readonly name: string;
  /** Hosts of `OPENAI_BASE_URL` that belong to it. */
  readonly hosts: readonly string[];
  readonly keeps: string;
  readonly forHowLong: string;
  readonly trains: string;
  readonly source: string;
};

/** Read on 2026-11-26. A provider that is not listed needs a row of its own before it is used for others. */
export const PROVIDERS = {
  demo: {
    name: 'The scripted demo model',
    hosts: ['127.0.0.1'],
    keeps: 'nothing: it runs on this machine',
    forHowLong: '–',
    trains: 'no',
    source: 'lib/stages/model/demo',
  },
  // "Data controls in the OpenAI platform", types of data stored and default retention; requests are sent without `store`.
  openai: {
    name: 'OpenAI',
    hosts: ['api.openai.com'],
    keeps:
      'abuse monitoring logs, which may hold prompts and answers; no stored completions, because none are asked for',
    forHowLong: 'up to 30 days, longer where the law asks; none with Zero Data Retention, by agreement',
    trains: 'no, unless the organisation opts in',
    source: 'https://platform.openai.com/docs/guides/your-data',
  },
  // "Data, privacy, and security for Azure Direct Models in Azure AI Foundry", abuse monitoring.
  azure: {
    name: 'Azure OpenAI',
    hosts: ['*.openai.azure.com'],
    keeps: 'prompts and answers that abuse monitoring selects, in the chosen geography',
    forHowLong: 'up to 30 days; none with modified abuse monitoring, by agreement',
    trains: 'no',
    source: 'https://learn.microsoft.com/azure/ai-foundry/responsible-ai/openai/data-privacy',
  },
  other: {
    name: 'Any other compatible provider, or a model of one’s own',
    hosts: ['anything else'],
    keeps: 'unknown here: what the contract with it says',
    forHowLong: 'unknown here',
    trains: 'unknown here',
    source: 'the contract; add a row to lib/stages/model/providers.ts',
  },
} as const satisfies Record<string, ProviderFacts>;
