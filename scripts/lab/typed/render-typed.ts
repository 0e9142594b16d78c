import type { TypedResult } from './measure-typed.ts';
import type { Typed } from './typed-file.ts';

type Count = { items: number; tookEffect: number };

/** What `--json` prints. */
export type TypedReport = Count & {
  readonly heldBack: Count;
  readonly by: Readonly<Record<'goal' | 'lang' | 'form', Readonly<Record<string, Count>>>>;
  readonly missed: readonly { id: string; text: string }[];
};

export function toReport(results: readonly TypedResult[]): TypedReport {
  const by = (key: 'goal' | 'lang' | 'form') => {
    const names = [...new Set(results.map(({ typed }) => typed[key]))].toSorted();
    return Object.fromEntries(names.map((name) => [name, count(results, (typed) => typed[key] === name)]));
  };
  return {
    ...count(results, () => true),
    heldBack: count(results, ({ held }) => held),
    by: { goal: by('goal'), lang: by('lang'), form: by('form') },
    missed: results.filter(({ tookEffect }) => !tookEffect).map(({ typed: { id, text } }) => ({ id, text })),
  };
}

function count(results: readonly TypedResult[], wanted: (typed: Typed) => boolean): Count {
  const chosen = results.filter(({ typed }) => wanted(typed));
  return { items: chosen.length, tookEffect: chosen.filter(({ tookEffect }) => tookEffect).length };
}

const TITLES = { goal: 'what was wanted', lang: 'language', form: 'brought in as' } as const;

/** The report as tables, and what took no effect. */
export function toMarkdown(report: TypedReport): string {
  const line = (name: string, { items, tookEffect }: Count) => `| ${name} | ${items} | ${tookEffect} | ${share(tookEffect, items)} |`;
  const tables = (['goal', 'lang', 'form'] as const).map((key) =>
    [`| ${TITLES[key]} | typed | took effect | |`, '| --- | ---: | ---: | ---: |', ...Object.entries(report.by[key]).map(([name, one]) => line(name, one))].join('\n'),
  );
  const missed = report.missed.map(({ id, text }) => `- \`${id}\`: ${JSON.stringify(text)}`);
  return `${[
    [`| | typed | took effect | |`, '| --- | ---: | ---: | ---: |', line('all', report), line('held back until the model was finished', report.heldBack)].join('\n'),
    ...tables,
    ...(missed.length > 0 ? [`Took no effect:\n\n${missed.join('\n')}`] : []),
  ].join('\n\n')}\n`;
} // prettier-ignore

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
