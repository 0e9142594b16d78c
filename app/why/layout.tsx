import type { ReactNode } from 'react';
import { FramedLayout } from '../framed-layout.tsx';

export default function WhyLayout({ children }: { children: ReactNode }) {
  return <FramedLayout>{children}</FramedLayout>;
}
