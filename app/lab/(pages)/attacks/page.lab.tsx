import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { AttackList } from '#components/lab/catalogue/attack-list.tsx';
import { Link } from '#components/ui/link.tsx';
import { lastMatrix } from '../../lab-data.ts';
import { shippedCatalogue } from '#lib/operations/lab/catalogue/shipped.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Attacks' };

/** The whole catalogue. */
export default async function AttacksPage() {
  await inLab('/lab/attacks');
  const matrix = lastMatrix();
  const attacks = shippedCatalogue().attacks.map((attack) => ({
    id: attack.id,
    title: attack.title,
    category: attack.category,
    goal: attack.goal,
    difficulty: attack.difficulty,
    language: attack.language,
    owasp: attack.mappings.owasp,
    results: matrix?.attacks.find(({ id }) => id === attack.id)?.results ?? null,
  }));
  return (
    <>
      <PageHead title="Attacks">
        Every one runs against the real code. What this application cannot have is on{' '}
        <Link href="/lab/absent" className="text-accent underline underline-offset-4">
          a page of its own
        </Link>
        , with the reason.
      </PageHead>
      <AttackList attacks={attacks} />
    </>
  );
}
