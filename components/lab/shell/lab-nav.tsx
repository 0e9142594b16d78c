'use client';

import { NavRow } from '#components/shell/nav-row.tsx';
import { isCurrentInLab, LAB_LINKS, type Who } from './lab-links.ts';

/** The pages of the lab that this viewer has any use for. */
export function LabNav({ who, className }: { who: Who; className?: string }) {
  return <NavRow label="Lab" links={LAB_LINKS[who]} isCurrent={isCurrentInLab} className={className} />;
}
