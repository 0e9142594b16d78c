'use client';

import { PageProblem, type PageProblemProps } from '#components/shell/page-problem.tsx';

/** Inside the lab's frame, so that the way elsewhere stays open. */
export default function Problem(props: PageProblemProps) {
  return <PageProblem {...props} />;
}
