import { type CertificateFacts, FIRST_LAYOUT, type Layout, levelNames } from '../../core/domain/index.js';
import { border } from './border.js';
import type { Composition, PaperPictures } from './composition.js';
import { circle, line } from './drawing/curves.js';
import { widthOf } from './drawing/fonts.js';
import { FINE } from './drawing/guilloche.js';
import { imagePart } from './drawing/images.js';
import { filled, type Part, type Picture, stroked, text, type Weight } from './drawing/picture.js';
import { balancedLines, fittingSize } from './drawing/typesetting.js';
import { foot } from './foot.js';
import { type Sheet, SHEETS } from './sheet.js';
import { artifact, type Block, block, drawn, type Line, type Spoken, stacked } from './stack.js';
import { stampMarks, stampTitle } from './stamp.js';

/** What every block is set by. */
interface Setting {
  readonly facts: CertificateFacts;
  readonly layout: Layout;
  readonly sheet: Sheet;
  readonly pictures: PaperPictures;
  readonly scale: number;
}

/** A certificate laid out as its template said: the paper's shape, its border, one language or two, pictures. */
export function composeLaidOut({
  facts,
  address,
  days,
  stamp,
  fineness = FINE,
  pictures = new Map(),
}: Composition): Picture {
  const layout = facts.layout ?? FIRST_LAYOUT;
  const sheet = SHEETS[layout.paper];
  const title = `${facts.wording.headingZh || facts.wording.headingEn} ${facts.number} ${facts.recipient.name}`;
  const isSigned = facts.signatories.length > 0;
  const bottom =
    isSigned && !facts.signatories.some(({ picture }) => picture)
      ? sheet.bottom + 16
      : sheet.bottom + (isSigned ? 0 : 24);
  const setAt = (scale: number) => blocks({ facts, layout, sheet, pictures, scale });
  return {
    title: stamp ? `${title} (${stampTitle(stamp)})` : title,
    paper: sheet.paper,
    parts: [
      artifact(border(layout.border, sheet.paper, fineness)),
      ...cornerEmblem(facts, sheet, pictures),
      ...stacked(setAt, { top: sheet.top, bottom }),
      ...foot({ facts, layout, sheet, pictures, address, days }),
      ...(stamp
        ? [
            {
              role: { tag: 'Figure', lang: 'zh-CN', alt: stampTitle(stamp) },
              marks: stampMarks(stamp, sheet.paper),
            } as const,
          ]
        : []),
    ],
  };
}

function blocks(setting: Setting): readonly Block[] {
  return [...heading(setting), ...person(setting), ...sentences(setting), ...achieved(setting)];
}

/** Only what the layout speaks, and only what there is to say. */
function spoken({ languages }: Layout, zh: readonly Line[], en: readonly Line[]): Spoken[] {
  return [
    { lang: 'zh-CN' as const, lines: languages === 'en' ? [] : zh },
    { lang: 'en' as const, lines: languages === 'zh' ? [] : en },
  ];
}

interface Fitted extends Pick<Line, 'look'> {
  readonly width: number;
  readonly most: number;
  readonly lead: number;
}

/** One line, as large as its room allows. */
function fitted(words: string, { width, most, lead, look }: Fitted): Line[] {
  const weight: Weight = look.weight ?? 'regular';
  return words === '' ? [] : [{ words, size: fittingSize(words, weight, { width, most, least: 3 }) ?? 3, lead, look }];
}

function heading({ facts, layout, sheet, scale }: Setting): Block[] {
  const { wording, issuer, achievement } = facts;
  const alone = layout.languages === 'both' ? 1 : 1.12;
  const width = sheet.emblem.at && achievement.picture ? sheet.wide - 90 : sheet.wide;
  const english = layout.languages === 'en' ? sheet.headingSize * 0.9 : 14.5;
  const [zh, en] = spoken(
    layout,
    fitted(wording.headingZh, { width, most: sheet.headingSize * alone * scale, lead: 1.25, look: { weight: 'bold' } }),
    fitted(wording.headingEn, {
      width,
      most: english * scale,
      lead: 1.5,
      look: layout.languages === 'en' ? { weight: 'bold' } : { ink: 'teal' },
    }),
  );
  return [
    block(
      0,
      sheet.middle,
      spoken(
        layout,
        fitted(issuer.nameZh, {
          width: sheet.wide - 60,
          most: 14 * alone * scale,
          lead: 1.3,
          look: { weight: 'bold', ink: 'teal' },
        }),
        fitted(issuer.nameEn, {
          width: sheet.wide - 60,
          most: (layout.languages === 'en' ? 13 : 9.5) * scale,
          lead: 1.4,
          look: layout.languages === 'en' ? { weight: 'bold', ink: 'teal' } : { ink: 'grey' },
        }),
      ),
    ),
    block(10 * scale, sheet.middle, [{ ...zh!, tag: 'H1' }, layout.languages === 'en' ? { ...en!, tag: 'H1' } : en!]),
    drawn(7 * scale, 6, (top) => [artifact(divider(sheet, top + 3))]),
  ];
}

/** A hairline with a drop in its middle. */
function divider({ middle }: Sheet, y: number) {
  return [
    stroked(line([middle - 92, y], [middle - 9, y]), 'tealSoft', 0.7),
    stroked(line([middle + 9, y], [middle + 92, y]), 'tealSoft', 0.7),
    filled(circle([middle, y], 2), 'teal'),
  ];
}

const isChinese = (words: string): boolean => /\p{Script=Han}/u.test(words);

/** In English alone the Latin name leads, where there is one, and the name in Chinese stands under it. */
function person({ facts, layout, sheet, scale }: Setting): Block[] {
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

function sentences({ facts: { wording }, layout, sheet, scale }: Setting): Block[] {
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

function achieved({ facts, layout, sheet, pictures, scale }: Setting): Block[] {
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
  const emblem = sheet.emblem.at === null && achievement.picture ? pictures.get(achievement.picture) : undefined;
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

function cornerEmblem(facts: CertificateFacts, { emblem: { at, size } }: Sheet, pictures: PaperPictures): Part[] {
  const picture = facts.achievement.picture ? pictures.get(facts.achievement.picture) : undefined;
  return at && picture ? [emblemPart(facts, picture, { x: at[0], y: at[1], width: size, height: size })] : [];
}

function emblemPart(
  { achievement }: CertificateFacts,
  picture: Parameters<typeof imagePart>[0]['picture'],
  box: Parameters<typeof imagePart>[0]['box'],
): Part {
  return imagePart({
    key: achievement.picture ?? '',
    picture,
    box,
    alt: `认证项目标志 ${achievement.nameZh} ${achievement.nameEn}`,
  });
}
