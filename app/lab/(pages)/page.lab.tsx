import { redirect } from 'next/navigation';
import { StartPage } from '#components/lab/start/start-page.tsx';
import { shippedCatalogue } from '#lib/operations/lab/catalogue/shipped.ts';
import { inLab } from '../lab-viewer.ts';
import { readLevels } from '../lab-data.ts';

/** Where a trainer begins: one button to the first demonstration, and the way through the levels. */
export default async function LabStart() {
  const { kind } = await inLab('/lab');
  if (kind === 'player') redirect('/lab/play');
  const { attacks } = shippedCatalogue();
  return <StartPage levels={readLevels()} attacks={attacks.length} />;
}
