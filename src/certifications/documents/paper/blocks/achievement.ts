import { levelNames } from '../../../core/domain/index.js';
import { pictureNamed } from '../composition.js';
import { balancedLines } from '../drawing/typesetting.js';
import { type Block, block, drawn, type Line } from '../stack.js';
import { fitted, type Setting, spoken } from './setting.js';
import { emblemPart } from './emblem.js';

export function achieved({ facts, layout, sheet, pictures, scale }: Setting): Block[] {
  const { achievement, results = [] } = facts;
  const level = levelNames(achievement.level);
  const skills = achievement.skills ?? [];
  const small = (parts: readonly string[], { size, dot }: { readonly size: number; readonly dot: string }): Line[] => {
    const words = parts.filter((part) => part !== '').join(dot);
    return words === ''
      ? []
      : balancedLines(words, 'regular', { width: sheet.narrow, size }).map((one) => ({
          words: one,
          size,
          lead: 1.4,
          look: { ink: 'grey' },
        }));
  };
  const [zh, en] = [
    layout.languages === 'zh' ? 10 * scale : 9 * scale,
    layout.languages === 'en' ? 9.5 * scale : 7.8 * scale,
  ];
  const emblem = sheet.emblem.at === null ? pictureNamed(achievement.picture, pictures) : null;
  const size = sheet.emblem.size * scale;
  return [
    ...(emblem
      ? [
          drawn(10 * scale, size, (top) => [
            emblemPart(facts, emblem, { x: sheet.middle - size / 2, y: top, width: size, height: size }),
          ]),
        ]
      : []),
    block(
      11 * scale,
      sheet.middle,
      spoken(
        layout,
        fitted(achievement.nameZh, {
          width: sheet.narrow,
          most: (layout.languages === 'zh' ? 23 : 19) * scale,
          lead: 1.3,
          look: { weight: 'bold', ink: 'teal' },
        }),
        fitted(achievement.nameEn, {
          width: sheet.narrow,
          most: (layout.languages === 'en' ? 20 : 11.5) * scale,
          lead: 1.4,
          look: layout.languages === 'en' ? { weight: 'bold', ink: 'teal' } : { ink: 'teal' },
        }),
      ),
    ),
    block(
      3 * scale,
      sheet.middle,
      spoken(
        layout,
        small(
          [
            level.zh && `等级：${level.zh}`,
            skills.length > 0 ? `技能：${skills.map(({ nameZh }) => nameZh).join('、')}` : '',
          ],
          { size: zh, dot: '　' },
        ),
        small(
          [
            level.en && `Level: ${level.en}`,
            skills.length > 0 ? `Skills: ${skills.map(({ nameEn }) => nameEn).join(', ')}` : '',
          ],
          { size: en, dot: ' · ' },
        ),
      ),
    ),
    block(
      5 * scale,
      sheet.middle,
      spoken(
        layout,
        small(
          results.map(({ nameZh, value }) => `${nameZh} ${value}`),
          { size: zh, dot: '　' },
        ),
        small(
          results.map(({ nameEn, value }) => `${nameEn} ${value}`),
          { size: en, dot: ' · ' },
        ),
      ),
    ),
  ];
}
