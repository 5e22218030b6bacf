import { balancedLines } from '../drawing/typesetting.js';
import { type Block, block } from '../stack.js';
import { type Setting, spoken } from './setting.js';

export function sentences({ facts: { wording }, layout, sheet, scale }: Setting): Block[] {
  const alone = layout.languages === 'both' ? 1 : 1.14;
  const set = (words: string, size: number): readonly string[] =>
    words === '' ? [] : balancedLines(words, 'regular', { width: sheet.wide, size });
  const [zh, en] = [12.5 * alone * scale, (layout.languages === 'en' ? 12.5 : 10) * scale];
  return [
    block(
      12 * scale,
      sheet.middle,
      spoken(
        layout,
        set(wording.bodyZh, zh).map((words) => ({ words, size: zh, lead: 1.62, look: {} })),
        set(wording.bodyEn, en).map((words) => ({
          words,
          size: en,
          lead: 1.45,
          look: { ink: layout.languages === 'en' ? 'ink' : 'grey' } as const,
        })),
      ),
    ),
  ];
}
