import type { Option, RequestContext } from '../../platform/index.js';

export interface Chosen extends Option {
  readonly selected: boolean;
}

export function chosen(options: readonly Option[], value: string): Chosen[] {
  return options.map((option) => ({ ...option, selected: option.value === value }));
}

/** The text in the request's language; falls back to the other language. */
export function inLanguage(context: RequestContext, zh: string, en: string | null): string {
  return context.language === 'en' ? en || zh : zh || (en ?? '');
}
