import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What is read of promptfoo's own JSON output; the rest is left there. */
const outputSchema = z.looseObject({
  results: z.looseObject({
    stats: z.looseObject({ successes: z.int(), failures: z.int(), errors: z.int() }),
    results: z.array(
      z.looseObject({
        success: z.boolean(),
        provider: z.looseObject({ label: z.string() }),
        testCase: z.looseObject({
          description: z.string(),
          metadata: z.looseObject({ attack: z.string() }),
        }),
        gradingResult: z
          .looseObject({
            reason: z.string(),
            componentResults: z.array(z.looseObject({ reason: z.string() })).optional(),
          })
          .nullish(),
        response: z.looseObject({ guardrails: z.looseObject({ flagged: z.boolean() }).optional() }).nullish(),
      }),
    ),
  }),
  metadata: z.looseObject({ promptfooVersion: z.string() }),
});
type Row = z.infer<typeof outputSchema>['results']['results'][number];

/**
 * A page of what promptfoo found: one line a message, one column a profile.
 * @param path promptfoo's `-o FILE.json`
 */
export function describeRun(path: string): string {
  const { results, metadata } = outputSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const profiles = [...new Set(results.results.map(({ provider }) => provider.label))];
  const messages = Map.groupBy(results.results, ({ testCase }) => testCase.description);
  const lines = [...messages].map(([description, rows]) => {
    const cells = profiles.map((profile) => cellOf(rows.find(({ provider }) => provider.label === profile)));
    return `| ${description} | \`${rows[0]?.testCase.metadata.attack ?? ''}\` | ${cells.join(' | ')} |`;
  });
  const { successes, failures, errors } = results.stats;
  return `# What promptfoo found

promptfoo ${metadata.promptfooVersion}, run on a started lab with [promptfooconfig.yaml](promptfooconfig.yaml) and the demonstration model. A failed test is an
attack that landed: the answer held what it may not hold. "flagged" is what the endpoint said of itself, whatever the answer held.

${profiles.map((profile) => `- \`${profile}\`: ${landed(results.results, profile)} of ${messages.size} messages landed`).join('\n')}
- in promptfoo's own words: ${successes} passed, ${failures} failed, ${errors} errors

| message | attack | ${profiles.map((profile) => `\`${profile}\``).join(' | ')} |
| --- | --- | ${profiles.map(() => '---').join(' | ')} |
${lines.join('\n')}
`;
}

function landed(rows: readonly Row[], profile: string): number {
  return rows.filter(({ provider, success }) => provider.label === profile && !success).length;
}

function cellOf(row: Row | undefined): string {
  if (!row) return 'not run';
  const flagged = row.response?.guardrails?.flagged ? ', flagged' : '';
  if (row.success) return `nothing leaked${flagged}`;
  return `**landed**: ${row.gradingResult?.reason ?? 'no answer'}${flagged}`;
}
