/** A site whose name nobody can own: an address that is not on it leads away. */
const HERE = 'http://here.invalid';
/** Characters. A longer address would not fit a browser's or a proxy's limits either. */
const LONGEST = 4000;

/**
 * A path of this site to go on to, or `/`: never another site, whatever was typed. What is answered is judged as a
 * browser will read it, for taking the dots out of a path can leave the name of a host at its start.
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
