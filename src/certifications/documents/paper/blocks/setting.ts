import { type CertificateFacts, type Layout } from '../../../core/domain/index.js';
import type { PaperPictures } from '../composition.js';
import { type Weight } from '../drawing/picture.js';
import { fittingSize } from '../drawing/typesetting.js';
import { type Sheet } from '../sheet.js';
import { type Line, type SpokenText } from '../stack.js';

/** What every block is set by. */
export interface Setting {
  readonly facts: CertificateFacts;
  readonly layout: Layout;
  readonly sheet: Sheet;
  readonly pictures: PaperPictures;
  readonly scale: number;
}

/** Only what the layout speaks, and only what there is to say. */
export function spoken({ languages }: Layout, zh: readonly Line[], en: readonly Line[]): SpokenText[] {
  return [
    { lang: 'zh-CN' as const, lines: languages === 'en' ? [] : zh },
    { lang: 'en' as const, lines: languages === 'zh' ? [] : en },
  ];
}

interface FittedText extends Pick<Line, 'look'> {
  readonly width: number;
  readonly most: number;
  readonly lead: number;
}

/** One line, as large as its room allows. */
export function fitted(words: string, { width, most, lead, look }: FittedText): Line[] {
  const weight: Weight = look.weight ?? 'regular';
  return words === '' ? [] : [{ words, size: fittingSize(words, weight, { width, most, least: 3 }) ?? 3, lead, look }];
}
