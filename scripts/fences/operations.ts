/** The folder of `lib/operations` a path leads into, if it is one that can be taken out: `jobs` runs the others. */
export function operationOf(path: string): string | undefined {
  const name = /^lib\/operations\/([^/]+)\//.exec(path)?.[1];
  return name === 'jobs' ? undefined : name;
}

/**
 * Whether a file goes when this operation is taken out: its folder, and what carries its name in app, components,
 * scripts and e2e; a group of routes in round brackets too, where the wire contract decides the address. The pages of the bill are no operation's, whatever they are called.
 */
export function belongsTo(operation: string, path: string): boolean {
  if (operationOf(path) === operation) return true;
  const [first, ...rest] = path.split('/');
  if (path.startsWith('scripts/commands/')) {
    const [name = ''] = path.slice('scripts/commands/'.length).split('.');
    return name === operation || name.startsWith(`${operation}-`);
  }
  if (first !== 'app' && first !== 'components' && first !== 'scripts' && first !== 'e2e') return false;
  if (rest.includes('(bill)')) return false;
  return rest.some(
    (name) => name === operation || name === `(${operation})` || name.startsWith(`${operation}.`),
  );
}
