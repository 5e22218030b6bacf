/** A site whose name nobody can own: whatever leaves it does so visibly. */
const HERE = 'http://here.invalid';
const LONGEST = 2000;

/**
 * A path of this site to go on to, or `/`: never another site, whatever was typed. What is answered is judged as a
 * browser will read it, for taking dots out of a path can leave the name of a host at its start.
 */
export function pathWithin(typed: unknown): string {
  if (typeof typed !== 'string' || typed.length > LONGEST || !typed.startsWith('/') || !staysHere(typed)) return '/';
  const { pathname, search } = new URL(typed, HERE);
  const path = pathname + search;
  return staysHere(path) ? path : '/';
}

function staysHere(path: string): boolean {
  const url = URL.parse(path, HERE);
  return url?.origin === HERE && url.username === '' && !url.pathname.startsWith('//') && !path.includes('\\');
}
