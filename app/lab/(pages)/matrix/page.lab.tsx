import type { Metadata } from 'next';
import { Empty, PageHead } from '#components/bill/section.tsx';
import { columnsOf } from '#components/lab/matrix/columns.ts';
import { MatrixView } from '#components/lab/matrix/matrix-view.tsx';
import { Measured } from '#components/lab/matrix/measured.tsx';
import { lastMatrix, readSwitchboard } from '../../lab-data.ts';
import { inLab } from '../../lab-viewer.ts';

export const metadata: Metadata = { title: 'Matrix' };

/** The last measurement of everything, security and usefulness side by side. */
export default async function MatrixPage() {
  await inLab('/lab/matrix');
  const matrix = lastMatrix();
  return (
    <>
      <PageHead title="Matrix">
        Every attack under every profile, and what each profile costs honest people. A defence that breaks the
        product is no defence.
      </PageHead>
      {matrix ? (
        <>
          <MatrixView matrix={matrix} columns={columnsOf(matrix, readSwitchboard().profiles)} />
          <Measured matrix={matrix} />
        </>
      ) : (
        <Empty title="Not measured yet">
          <p>
            <code className="font-mono">npm run lab</code> runs every attack under every profile and writes
            the matrix.
          </p>
        </Empty>
      )}
    </>
  );
}
