/** A path of this site to go on to, or `/`: never another host, whatever was typed. */
export function pathWithin(typed: unknown): string {
  if (typeof typed !== 'string' || !typed.startsWith('/')) return '/';
  const url = URL.parse(typed, 'http://here.invalid');
  return url?.host === 'here.invalid' && !typed.startsWith('//') && !typed.includes('\\') ? url.pathname + url.search : '/';
}
