'use client';

import { PageProblem, type PageProblemProps } from '#components/shell/page-problem.tsx';

export default function RootProblem(props: PageProblemProps) {
  return (
    <main id="main">
      <PageProblem {...props} />
    </main>
  );
}
