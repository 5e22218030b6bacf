import { widthOf } from '../drawing/fonts.js';
import { type Part, text } from '../drawing/picture.js';
import { type Block, block, drawn } from '../stack.js';
import { fitted, type Setting } from './setting.js';

const isChinese = (words: string): boolean => /\p{Script=Han}/u.test(words);

/** In English alone the Latin name leads, where there is one, and the name in Chinese stands under it. */
export function person({ facts, layout, sheet, scale }: Setting): Block[] {
  const { name, latinName } = facts.recipient;
  const swaps = layout.languages === 'en' && latinName !== null;
  const first = swaps ? latinName : name;
  const second = layout.languages === 'zh' ? null : swaps ? name : latinName;
  const lang = (words: string) => (isChinese(words) ? ('zh-CN' as const) : ('en' as const));
  return [
    drawn(12 * scale, 15 * scale, (top) => leadLine({ facts, layout, sheet, scale }, top + 12 * scale)),
    block(8 * scale, sheet.middle, [
      {
        lang: lang(first),
        lines: fitted(first, {
          ...sheet.name,
          most: sheet.name.most * Math.max(scale, 0.7),
          lead: 1.2,
          look: { weight: 'bold' },
        }),
      },
      ...(second === null
        ? []
        : [
            {
              lang: lang(second),
              lines: fitted(second, {
                ...sheet.latinName,
                most: sheet.latinName.most * Math.max(scale, 0.7),
                lead: swaps ? 1.6 : 1.35,
                look: {},
              }),
            },
          ]),
    ]),
  ];
}

/** Both languages share the line before the name, meeting in the middle. */
function leadLine({ facts: { wording }, layout, sheet, scale }: Omit<Setting, 'pictures'>, y: number): Part[] {
  const [zhSize, enSize] = [11.5 * scale, 10.5 * scale];
  if (layout.languages !== 'both') {
    const zh = layout.languages === 'zh';
    return [
      {
        role: { tag: 'P', lang: zh ? 'zh-CN' : 'en' },
        marks: [text(zh ? wording.leadZh : wording.leadEn, { x: sheet.middle, y, size: 13 * scale }, { ink: 'grey' })],
      },
    ];
  }
  const widths = widthOf(wording.leadZh, 'regular', zhSize) + widthOf(wording.leadEn, 'regular', enSize) + 12;
  const shrunk = Math.min(1, sheet.wide / widths);
  const meeting =
    sheet.middle +
    ((widthOf(wording.leadZh, 'regular', zhSize) - widthOf(wording.leadEn, 'regular', enSize)) * shrunk) / 2;
  return [
    {
      role: { tag: 'P', lang: 'zh-CN' },
      marks: [text(wording.leadZh, { x: meeting - 6, y, size: zhSize * shrunk }, { ink: 'grey', anchor: 'end' })],
    },
    {
      role: { tag: 'P', lang: 'en' },
      marks: [text(wording.leadEn, { x: meeting + 6, y, size: enSize * shrunk }, { ink: 'grey', anchor: 'start' })],
    },
  ];
}
