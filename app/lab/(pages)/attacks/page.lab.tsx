import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { AttackList } from '#components/lab/catalogue/attack-list.tsx';
import { Link } from '#components/ui/link.tsx';
import { lastMatrix } from '../../lab-data.ts';
import { shippedCatalogue } from '#lib/operations/lab/catalogue/shipped.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Attacks' };

type AttacksPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The whole catalogue. `find` in the address narrows it at first. */
export default async function AttacksPage({ searchParams }: AttacksPageProps) {
  await inLab('/lab/attacks');
  const { find } = await searchParams;
  const matrix = lastMatrix();
  const attacks = shippedCatalogue().attacks.map((attack) => ({
    id: attack.id,
    title: attack.title,
    category: attack.category,
    goal: attack.goal,
    difficulty: attack.difficulty,
    language: attack.language,
    ids: [...attack.mappings.owasp, ...attack.mappings.agentic],
    results: matrix?.attacks.find(({ id }) => id === attack.id)?.results ?? null,
  }));
  return (
    <>
      <PageHead title="Attacks">
        Every one runs against the real code.{' '}
        <Link href="/lab/categories" className="text-accent underline underline-offset-4">
          By the public lists
        </Link>
        , and what this application cannot have, with the reason.
      </PageHead>
      <AttackList attacks={attacks} find={typeof find === 'string' ? find : ''} />
    </>
  );
}
