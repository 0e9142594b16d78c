import { AsyncLocalStorage } from 'node:async_hooks';

/** The cookie header of the request that is being answered. */
export const cookieHeader = new AsyncLocalStorage<string>();

/** What `next/headers` gives a route handler, from the request itself: outside the framework nobody else provides it. */
export async function cookies() {
  const pairs = (cookieHeader.getStore() ?? '').split('; ');
  return {
    get(name: string) {
      const found = pairs.find((pair) => pair.startsWith(`${name}=`));
      return found === undefined ? undefined : { value: found.slice(name.length + 1) };
    },
  };
}
