import type { Metadata } from 'next';
import { PageHead, Section } from '#components/bill/section.tsx';
import { AbsentList } from '#components/lab/catalogue/absent-list.tsx';
import { CategoryRows } from '#components/lab/catalogue/category-rows.tsx';
import { shippedCatalogue } from '#lib/operations/lab/catalogue/shipped.ts';
import { OWASP_AGENTIC, OWASP_LLM } from '#lib/operations/lab/frameworks.ts';
import { readAbsent } from '../../lab-data.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Categories' };

const LISTS = [
  { title: 'OWASP Top 10 for LLM applications 2026', names: OWASP_LLM, ending: ':2026' },
  { title: 'OWASP Top 10 for LLM applications 2025', names: OWASP_LLM, ending: ':2025' },
  { title: 'OWASP Top 10 for agentic applications', names: OWASP_AGENTIC, ending: '' },
] as const;

/** The public lists: which attacks stand for a category, and why some have none here. Nothing is staged. */
export default async function CategoriesPage() {
  await inLab('/lab/categories');
  const { attacks } = shippedCatalogue();
  const absent = readAbsent();
  const rowsOf = ({ names, ending }: (typeof LISTS)[number]) =>
    Object.entries<string>(names)
      .filter(([id]) => id.endsWith(ending))
      .map(([id, name]) => ({
        id,
        name,
        attacks: attacks.filter(({ mappings }) => [...mappings.owasp, ...mappings.agentic].includes(id))
          .length,
        absent: absent.find(({ owasp }) => owasp.includes(id))?.id ?? null,
      }));
  return (
    <>
      <PageHead title="Categories">
        Where the attacks stand in the public lists. What this application cannot have is named with its
        reason: a staged fake would teach the wrong thing.
      </PageHead>
      {LISTS.map((list) => (
        <Section key={list.title} title={list.title}>
          <CategoryRows rows={rowsOf(list)} />
        </Section>
      ))}
      <h2 className="mt-14 mb-5 text-[1.375rem] font-semibold">What this application cannot have</h2>
      <AbsentList absent={absent} />
    </>
  );
}
