/** What an alert means, for whoever has to do something about it. */
const KINDS: Readonly<Record<string, string>> = {
  'retention.overdue': 'Older than promised, and still there',
  'retention.standing_still': 'The job has left no receipt for more than 26 hours',
  'retention.clock_set_back': 'The clock went back: the last receipt lies in the future',
  'model.provider_key_refused': 'The model’s provider refused a key; the next one of the ring is in use',
  'model.provider_last_key_refused':
    'The model’s provider refused the last key of the ring: nobody gets an answer',
  'model.provider_key_revoked': 'A key of the model’s provider was taken off the ring',
  'model.provider_not_answering': 'The model’s provider does not answer',
};

/** What is done about it. */
const WAYS_ON: Readonly<Record<string, string>> = {
  'retention.overdue': 'See whether the worker runs, then run npm run retention.',
  'retention.standing_still':
    'Start a worker (npm run worker), or have POST /api/jobs/tick called every minute.',
  'retention.clock_set_back': 'Put the database’s clock right. Nothing was removed too early.',
  'model.provider_key_refused': 'Put a key that is accepted in front, then run npm run model:check.',
  'model.provider_last_key_refused': 'Put a key that is accepted in front, then run npm run model:check.',
  'model.provider_key_revoked': 'Nothing, if that was meant.',
  'model.provider_not_answering': 'Run npm run model:check, and see what the provider says of itself.',
};

export function alertWords(kind: string): { what: string; wayOn: string } {
  return { what: KINDS[kind] ?? kind, wayOn: WAYS_ON[kind] ?? 'See the log of this time.' };
}
