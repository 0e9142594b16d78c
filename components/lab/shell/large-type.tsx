'use client';

import { AArrowDown, AArrowUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Hint } from '#components/ui/hint.tsx';

const KEPT_AS = 'lab-large-type';
/** app/lab/lab.css has what it does. */
const CLASS_NAME = 'large-type';

/** Everything a third larger, for the last row of a room; remembered in this browser. */
export function LargeType() {
  const [isLarge, setIsLarge] = useState(false);
  useEffect(() => setIsLarge(localStorage.getItem(KEPT_AS) === 'on'), []);
  useEffect(() => {
    document.documentElement.classList.toggle(CLASS_NAME, isLarge);
    return () => document.documentElement.classList.remove(CLASS_NAME);
  }, [isLarge]);
  const change = () => {
    localStorage.setItem(KEPT_AS, isLarge ? 'off' : 'on');
    setIsLarge(!isLarge);
  };
  return (
    <Hint text={isLarge ? 'Smaller type' : 'Larger type, for a projector'} side="bottom">
      <Button look="ghost" size="icon" aria-label="Larger type" aria-pressed={isLarge} onClick={change}>
        {isLarge ? <AArrowDown aria-hidden /> : <AArrowUp aria-hidden />}
      </Button>
    </Hint>
  );
}
