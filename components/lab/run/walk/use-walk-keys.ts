'use client';

import { type RefObject, useEffect } from 'react';
import type { Walk } from './use-walk.ts';

/** Where arrows and Escape mean something else. */
const OWN_KEYS = 'input, textarea, select, [role="menu"], [role="dialog"], [data-own-keys]';

/** Arrows step through the rows, Home and End go to the first and last, Escape shows everything again. Only inside `area`. */
export function useWalkKeys(area: RefObject<HTMLElement | null>, walk: Walk, count: number): void {
  useEffect(() => {
    const element = area.current;
    if (!element || count === 0) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest(OWN_KEYS) !== null;
      if (isElsewhere || event.altKey || event.ctrlKey || event.metaKey) return;
      const act = actionOf(event.key, walk, count);
      if (!act) return;
      event.preventDefault();
      act();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [area, walk, count]);
}

function actionOf(key: string, walk: Walk, count: number): (() => void) | null {
  if (key === 'ArrowRight') return () => walk.step(1);
  if (key === 'ArrowLeft') return () => walk.step(-1);
  if (key === 'Home') return () => walk.go(0);
  if (key === 'End') return () => walk.go(count - 1);
  if (key === 'Escape' && walk.at !== null) return walk.leave;
  return null;
}
