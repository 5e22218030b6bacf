import { circle, line } from '../drawing/curves.js';
import { filled, stroked } from '../drawing/picture.js';
import { type Sheet } from '../sheet.js';
import { artifact, type Block, block, drawn } from '../stack.js';
import { fitted, type Setting, spoken } from './setting.js';

/** Who certifies, and as what. */
export function heading({ facts, layout, sheet, scale }: Setting): Block[] {
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
