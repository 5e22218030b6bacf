/** A host that nobody can own: an address that resolves elsewhere leaves the site. */
const HERE = 'http://here.invalid';
/** Characters. A longer address would exceed the limits of browsers and proxies too. */
const LONGEST = 4000;

/**
 * A path of this site to continue to, or `/`: never another site, whatever was typed. The result is checked as a
 * browser will parse it, since removing dot segments can leave a host name at the start.
 */
export function pathWithin(typed: unknown): string {
  if (typeof typed !== 'string' || typed.length > LONGEST || !typed.startsWith('/') || !staysHere(typed)) return '/';
  const { pathname, search, hash } = new URL(typed, HERE);
  const path = pathname + search + hash;
  return staysHere(path) ? path : '/';
}

function staysHere(path: string): boolean {
  const url = URL.parse(path, HERE);
  return url?.origin === HERE && url.username === '' && !url.pathname.startsWith('//') && !url.pathname.includes('\\');
}
