import type { ReactNode } from 'react';
import { FramedLayout } from '../framed-layout.tsx';

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <FramedLayout>{children}</FramedLayout>;
}
