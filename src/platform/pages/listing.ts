/** One page of a list with links to the others; `href`s keep every filter of the address. */
export interface Pages {
  readonly page: number;
  readonly last: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly links: readonly {
    readonly page: number;
    readonly href: string;
    readonly current: boolean;
    readonly gap: boolean;
  }[];
}

/** The page number in the address: at least 1, whatever was typed. */
export function requestedPage(typed: unknown): number {
  const page = typeof typed === 'string' && /^\d{1,6}$/.test(typed) ? Number(typed) : 1;
  return Math.max(1, page);
}

/** `url` is the request's path and query, `count` all rows of the list, `size` rows on a page. */
export function pagesOf(url: string, { page, size, count }: { page: number; size: number; count: number }): Pages {
  const last = Math.max(1, Math.ceil(count / size));
  const here = Math.min(page, last);
  const href = (to: number): string => addressWith(url, 'page', to === 1 ? null : String(to));
  const shown = [...new Set([1, here - 1, here, here + 1, last])]
    .filter((one) => one >= 1 && one <= last)
    .sort((a, b) => a - b);
  const links = shown.flatMap((one, at) => {
    const link = { page: one, href: href(one), current: one === here, gap: false };
    const before = shown[at - 1];
    if (before === undefined || one - before === 1) return [link];
    return [{ page: before + 1, href: href(before + 1), current: false, gap: one - before > 2 }, link];
  });
  return {
    page: here,
    last,
    previous: here > 1 ? href(here - 1) : null,
    next: here < last ? href(here + 1) : null,
    links,
  };
}

/** The same address with one query value set or removed. */
export function addressWith(url: string, name: string, value: string | null): string {
  const [path = '/', query = ''] = url.split('?');
  const values = new URLSearchParams(query);
  if (value === null) values.delete(name);
  else values.set(name, value);
  const rest = values.toString();
  return rest === '' ? path : `${path}?${rest}`;
}
