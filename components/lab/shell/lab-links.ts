/** The pages of the lab, in the order in which a lesson uses them. */
export const LAB_LINKS = {
  trainer: [
    { href: '/lab', label: 'Start' },
    { href: '/lab/run', label: 'Run' },
    { href: '/lab/levels', label: 'Levels' },
    { href: '/lab/reverse', label: 'Reverse' },
    { href: '/lab/attacks', label: 'Attacks' },
    { href: '/lab/matrix', label: 'Matrix' },
    { href: '/lab/class', label: 'Class' },
  ],
  player: [
    { href: '/lab/play', label: 'Play' },
    { href: '/lab/levels', label: 'Levels' },
    { href: '/lab/run', label: 'Run' },
    { href: '/lab/reverse', label: 'Reverse' },
    { href: '/lab/attacks', label: 'Attacks' },
    { href: '/lab/board', label: 'Board' },
  ],
  /** Not in yet: the page that asks for a class's code has no other to lead to. */
  nobody: [],
} as const;
export type Who = keyof typeof LAB_LINKS;

/** The first page is its own alone; the others have pages below them. */
export function isCurrentInLab(href: string, pathname: string): boolean {
  return pathname === href || (href !== '/lab' && pathname.startsWith(`${href}/`));
}
