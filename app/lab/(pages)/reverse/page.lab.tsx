import type { Metadata } from 'next';
import { PageHead } from '#components/bill/section.tsx';
import { ReverseDesk } from '#components/lab/reverse/reverse-desk.tsx';
import { readSwitchboard } from '../../lab-data.ts';
import { shippedCatalogue } from '#lib/operations/lab/catalogue/shipped.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Reverse track' };

/** The other way round: the fewest defences that hold. */
export default async function ReversePage() {
  await inLab('/lab/reverse');
  const titles = Object.fromEntries(shippedCatalogue().attacks.map(({ id, title }) => [id, title]));
  return (
    <>
      <PageHead title="Reverse track">
        Nothing stands. Switch on as few defences as you can, so that no attack of the pack lands and honest
        people still get their work done.
      </PageHead>
      <ReverseDesk
        defences={readSwitchboard().defences.filter(({ isStanding }) => !isStanding)}
        titles={titles}
      />
    </>
  );
}
