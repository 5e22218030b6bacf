import type { Layout } from '../../core/domain/index.js';
import { circle, type Point, rectangle } from './drawing/curves.js';
import { engraving, type Fineness, watermark } from './drawing/guilloche.js';
import { filled, type Mark, type Paper, stroked } from './drawing/picture.js';

type Border = Layout['border'];

/** The ground of the paper and what runs about its edge. */
export function border(kind: Border, paper: Paper, fineness: Fineness): readonly Mark[] {
  if (kind === 'guilloche') return engraving(fineness, paper);
  const ground = filled(rectangle([0, 0], [paper.width, paper.height]), 'paper');
  return kind === 'none' ? [ground] : [ground, ...watermark(Math.min(3, fineness.watermark), paper), ...frames(paper)];
}

/** Three rules whose corners bow inward, and a drop in each. */
function frames(paper: Paper): Mark[] {
  const corners: Point[] = [
    [38, 38],
    [paper.width - 38, 38],
    [paper.width - 38, paper.height - 38],
    [38, paper.height - 38],
  ];
  return [
    stroked(bowed(paper, 30, 20), 'teal', 1.8),
    stroked(bowed(paper, 35.5, 19), 'teal', 0.5),
    stroked(bowed(paper, 53, 9), 'tealSoft', 0.6),
    ...corners.flatMap((corner) => [filled(circle(corner, 1.9), 'teal')]),
  ];
}

/** A rectangle whose corners are quarters of circles about the corner itself. */
function bowed({ width, height }: Paper, inset: number, radius: number): string {
  const [left, top, right, bottom] = [inset, inset, width - inset, height - inset];
  const k = 0.5523 * radius;
  const points = (...values: number[]) => values.map((one) => String(Math.round(one * 100) / 100)).join(' ');
  return [
    `M ${points(left + radius, top)} L ${points(right - radius, top)}`,
    `C ${points(right - radius, top + k, right - k, top + radius, right, top + radius)} L ${points(right, bottom - radius)}`,
    `C ${points(right - k, bottom - radius, right - radius, bottom - k, right - radius, bottom)} L ${points(left + radius, bottom)}`,
    `C ${points(left + radius, bottom - k, left + k, bottom - radius, left, bottom - radius)} L ${points(left, top + radius)}`,
    `C ${points(left + k, top + radius, left + radius, top + k, left + radius, top)} Z`,
  ].join(' ');
}
