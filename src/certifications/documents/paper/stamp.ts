import type { Verdict } from '../../core/domain/index.js';
import { type Point, rectangle, turned } from './drawing/curves.js';
import { type Ink, INKS, type Mark, PAPER, type Paper, stroked, text } from './drawing/picture.js';

/** What is stamped across a certificate that does not hold; one that does has none. */
export interface Stamp {
  readonly verdict: Exclude<Verdict, 'valid'>;
  /** The day from which it did not hold, as each language prints it. */
  readonly sinceZh: string;
  readonly sinceEn: string;
}

const WORDS: Readonly<Record<Stamp['verdict'], { readonly zh: string; readonly en: string; readonly ink: Ink }>> = {
  revoked: { zh: '已吊销', en: 'REVOKED', ink: 'red' },
  expired: { zh: '已过期', en: 'EXPIRED', ink: 'grey' },
  superseded: { zh: '已换发', en: 'REPLACED', ink: 'grey' },
};

const TURNED = -17;

export function stampMarks({ verdict, sinceZh, sinceEn }: Stamp, paper: Paper = PAPER): Mark[] {
  const centre: Point = [paper.width / 2, paper.height / 2];
  const { zh, en, ink } = WORDS[verdict];
  const [x, y] = centre;
  const box = (grow: number) =>
    turned(rectangle([x - 215 - grow, y - 58 - grow], [430 + 2 * grow, 116 + 2 * grow]), centre, TURNED);
  const written = (words: string, below: number, size: number) => {
    const [sin, cos] = [Math.sin((TURNED * Math.PI) / 180), Math.cos((TURNED * Math.PI) / 180)];
    return text(words, { x: x - below * sin, y: y + below * cos, size }, { weight: 'bold', ink, turned: TURNED });
  };
  return [
    stroked(box(0), ink, 3.2),
    stroked(box(6), ink, 1),
    written(`${zh} ${en}`, 6, 46),
    written(`${sinceZh} · ${sinceEn}`, 38, 16),
  ];
}

export function stampTitle({ verdict }: Stamp): string {
  return `${WORDS[verdict].zh} ${WORDS[verdict].en}`;
}

/** The colour is never the only sign; it must still be one of the inks. */
export const stampInk = ({ verdict }: Stamp): string => INKS[WORDS[verdict].ink];
