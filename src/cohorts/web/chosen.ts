import type { Option, Visit } from '../../platform/index.js';

export interface Chosen extends Option {
  readonly selected: boolean;
}

export function chosen(options: readonly Option[], value: string): Chosen[] {
  return options.map((option) => ({ ...option, selected: option.value === value }));
}

/** The text in the visit's language, or the one that there is. */
export function inLanguage(visit: Visit, zh: string, en: string | null): string {
  return visit.language === 'en' ? en || zh : zh || (en ?? '');
}
