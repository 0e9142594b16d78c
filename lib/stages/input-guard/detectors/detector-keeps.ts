import 'server-only';

type DetectorFacts = { readonly name: string; readonly keeps: string; readonly source: string };

/** What an outside detector keeps of the messages it judges, as its vendor says. By the values of `DETECTOR`; read on 2026-11-26. */
export const DETECTOR_KEEPS = {
  // "Data controls in the OpenAI platform", table of endpoints: /v1/moderations keeps neither logs nor state.
  'openai-moderation': {
    name: 'OpenAI moderation',
    keeps: 'nothing, and trains on nothing',
    source: 'https://platform.openai.com/docs/guides/your-data',
  },
  lakera: {
    name: 'Lakera Guard',
    keeps: 'what the plan and the settings of the project say; logging of content can be switched off there',
    source: 'the contract',
  },
  http: {
    name: 'A detector of one’s own (http)',
    keeps: 'what whoever runs it decides',
    source: 'its operator',
  },
} as const satisfies Record<string, DetectorFacts>;
