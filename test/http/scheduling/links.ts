/** Every address that a page links to, as a browser reads it. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/g)].map((found) =>
    (found[1] ?? '').replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
  );
}
