/** Where to go after sign-in: one of our own paths, else home. Another site's address never counts. */
export function nextPath(wanted: string | undefined): string {
  if (!wanted || !/^\/(?![/\\])[\w\-./?=&%+~]*$/.test(wanted) || wanted.startsWith('/api/')) return '/';
  return wanted;
}
