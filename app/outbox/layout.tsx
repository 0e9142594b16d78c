import type { ReactNode } from 'react';
import { FramedLayout } from '../framed-layout.tsx';

export default function OutboxLayout({ children }: { children: ReactNode }) {
  return <FramedLayout>{children}</FramedLayout>;
}
