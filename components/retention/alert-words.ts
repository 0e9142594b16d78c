/** What an alert means, for whoever has to do something about it. */
const KINDS: Readonly<Record<string, string>> = {
  'retention.overdue': 'Older than promised, and still there',
  'retention.standing_still': 'The job has left no receipt for more than 26 hours',
  'retention.clock_set_back': 'The clock went back: the last receipt lies in the future',
};

/** What is done about it. */
const WAYS_ON: Readonly<Record<string, string>> = {
  'retention.overdue': 'See whether the worker runs, then run npm run retention.',
  'retention.standing_still':
    'Start a worker (npm run worker), or have POST /api/jobs/tick called every minute.',
  'retention.clock_set_back': 'Put the database’s clock right. Nothing was removed too early.',
};

export function alertWords(kind: string): { what: string; wayOn: string } {
  return { what: KINDS[kind] ?? kind, wayOn: WAYS_ON[kind] ?? 'See the log of this time.' };
}
