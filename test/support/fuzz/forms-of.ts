export interface FormOnPage {
  readonly method: 'GET' | 'POST';
  readonly action: string;
  readonly isMultipart: boolean;
  /** Names with their values on the page; a name may occur more than once. */
  readonly fields: readonly { readonly name: string; readonly value: string; readonly isFile: boolean }[];
}

/** The forms of a page as a reader without scripts could submit them. */
export function formsIn(html: string, path: string): FormOnPage[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => ({
    method: attribute(head, 'method').toLowerCase() === 'post' ? ('POST' as const) : ('GET' as const),
    action: asABrowserSends(attribute(head, 'action')) || path,
    isMultipart: head.includes('multipart/form-data'),
    fields: [...inputs(inside), ...selects(inside), ...texts(inside)],
  }));
}

/** Addresses of this site that the page links to. */
export function linksIn(html: string): string[] {
  return [...html.matchAll(/\s(?:href|src)="(\/(?!\/)[^"#]*)/g)]
    .map(([, address = '']) => asABrowserSends(plain(address)))
    .filter((address) => !address.startsWith('/assets/'));
}

function asABrowserSends(address: string): string {
  return address.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

function inputs(html: string): FormOnPage['fields'] {
  return [...html.matchAll(/<(?:input|button)\b([^>]*)>/g)]
    .map(([, head = '']) => ({
      name: attribute(head, 'name'),
      value: attribute(head, 'value'),
      isFile: attribute(head, 'type') === 'file',
    }))
    .filter(({ name }) => name !== '');
}

function selects(html: string): FormOnPage['fields'] {
  return [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(([, head = '', inside = '']) => {
    const options = [...inside.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
    const chosen =
      options.find((option) => option.includes('selected')) ??
      options.find((option) => attribute(option, 'value') !== '') ??
      '';
    return [{ name: attribute(head, 'name'), value: attribute(chosen, 'value'), isFile: false }];
  });
}

function texts(html: string): FormOnPage['fields'] {
  return [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, head = '', value = '']) => ({
    name: attribute(head, 'name'),
    value: plain(value),
    isFile: false,
  }));
}

function attribute(head: string, name: string): string {
  return plain(new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1] ?? '');
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
