'use client';

import NextLink from 'next/link';
import { type ComponentProps, type PointerEvent, useState } from 'react';

/**
 * A link whose page is fetched ahead once a pointer is on it, or a finger. Every page is made for one person, from the
 * database: a list that fetched whatever it points to would ask for thirty pages to show one.
 * `prefetch={false}`: not even then.
 */
export function Link({ prefetch, onPointerEnter, ...rest }: ComponentProps<typeof NextLink>) {
  const [isMeant, setIsMeant] = useState(false);
  const meant = (event: PointerEvent<HTMLAnchorElement>) => {
    setIsMeant(true);
    onPointerEnter?.(event);
  };
  return <NextLink {...rest} prefetch={isMeant ? prefetch : false} onPointerEnter={meant} />;
}
