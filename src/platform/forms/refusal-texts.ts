import type { Translator } from '../i18n/index.js';
import type { Refusal } from '../refusals.js';

export function refusalText(translator: Translator, { code, data }: Refusal): string {
  return translator.t(`refusal.${code}`, data);
}

export function refusalTexts(translator: Translator, refusals: readonly Refusal[]): string[] {
  return refusals.map((one) => refusalText(translator, one));
}
