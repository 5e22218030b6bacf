import { FIRST_LAYOUT } from '../../core/domain/index.js';
import { achieved } from './blocks/achievement.js';
import { cornerEmblem } from './blocks/emblem.js';
import { heading } from './blocks/heading.js';
import { person } from './blocks/person.js';
import { sentences } from './blocks/sentences.js';
import type { Setting } from './blocks/setting.js';
import { border } from './border.js';
import type { Composition } from './composition.js';
import { FINE } from './drawing/guilloche.js';
import { type Picture } from './drawing/picture.js';
import { foot } from './foot.js';
import { SHEETS } from './sheet.js';
import { artifact, type Block, stacked } from './stack.js';
import { stampMarks, stampTitle } from './stamp.js';

/** A certificate laid out by its template: the paper's shape, its border, one language or two, pictures. */
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
