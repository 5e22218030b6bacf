import type { Option } from '../../platform/index.js';

export interface Chosen extends Option {
  readonly selected: boolean;
}

export function chosen(options: readonly Option[], value: string): Chosen[] {
  return options.map((option) => ({ ...option, selected: option.value === value }));
}
