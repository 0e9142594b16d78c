import type { ReactNode } from 'react';
import { FramedLayout } from '../framed-layout.tsx';

export default function BillLayout({ children }: { children: ReactNode }) {
  return <FramedLayout>{children}</FramedLayout>;
}
