'use client';

import { useCallback, useEffect, useState } from 'react';

const KEPT_AS = 'lab-levels-solved';

/** Which levels were solved in this browser. Nobody else sees it; a class has its board. */
export function useSolved() {
  const [solved, setSolved] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => setSolved(readSolved()), []);
  const solve = useCallback((level: number) => {
    const all = readSolved().add(level);
    localStorage.setItem(KEPT_AS, JSON.stringify([...all]));
    setSolved(all);
  }, []);
  return { solved, solve };
}

function readSolved(): Set<number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((level) => typeof level === 'number') : []);
  } catch {
    return new Set();
  }
}
