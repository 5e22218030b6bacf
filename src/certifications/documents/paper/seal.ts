import type { Seal } from '../../core/domain/index.js';
import { circle, type Point, polygon, smooth } from './drawing/curves.js';
import { widthOf } from './drawing/fonts.js';
import { filled, type Mark, stroked, text } from './drawing/picture.js';

export const SEAL_RADIUS = 43;
const TEXT_RADIUS = 30.5;
const WIDEST_ARC = 252;

/** The academy's round seal: its name about the rim, three springs and their water in the middle. */
export function seal(centre: Point, { textZh, footZh }: Seal): Mark[] {
  return [
    stroked(circle(centre, SEAL_RADIUS), 'red', 2.2),
    stroked(circle(centre, SEAL_RADIUS - 3.4), 'red', 0.5),
    ...aroundRim(centre, textZh),
    ...springs([centre[0], centre[1] - 1]),
    text(
      footZh,
      { x: centre[0], y: centre[1] + 27, size: Math.min(7.6, 38 / Math.max(1, widthOf(footZh, 'bold', 1))) },
      { weight: 'bold', ink: 'red' },
    ),
  ];
}

/** Each character upright on the rim, the whole centred at the top. */
function aroundRim(centre: Point, words: string): Mark[] {
  const characters = [...words];
  const between = Math.min(27, WIDEST_ARC / Math.max(1, characters.length - 1));
  const size = Math.min(10.5, TEXT_RADIUS * ((between * Math.PI) / 180) * 0.92);
  return characters.map((character, at) => {
    const degrees = (at - (characters.length - 1) / 2) * between;
    const angle = (degrees * Math.PI) / 180;
    const spot = { x: centre[0] + TEXT_RADIUS * Math.sin(angle), y: centre[1] - TEXT_RADIUS * Math.cos(angle), size };
    return text(character, spot, { weight: 'bold', ink: 'red', turned: degrees });
  });
}

/** Jinan's spring has three mouths: three plumes rising from one pool. */
function springs([x, y]: Point): Mark[] {
  return [
    filled(plume([x, y + 8], 20, 4.4), 'red'),
    filled(plume([x - 9.5, y + 8], 13, 3.4), 'red'),
    filled(plume([x + 9.5, y + 8], 13, 3.4), 'red'),
    ...[11, 14.4].map((below, at) =>
      stroked(
        smooth((t) => {
          const width = 34 - at * 9;
          const turn = 2 * Math.PI * (3 - at);
          return {
            point: [x - width / 2 + width * t, y + below + 1.1 * Math.sin(turn * t)],
            slope: [width, 1.1 * turn * Math.cos(turn * t)],
          };
        }, 12),
        'red',
        1,
      ),
    ),
  ];
}

/** A plume of water: narrow where it rises, rounded where it falls over. */
function plume([x, y]: Point, height: number, half: number): string {
  const right = [0, 0.12, 0.3, 0.5, 0.68, 0.82, 0.92, 0.98, 1].map((t): Point => [
    half * Math.sin(Math.PI * t ** 1.7) ** 0.75 * 0.8 + (1 - t) * half * 0.25,
    y - height * t,
  ]);
  const outline = [
    ...right.map(([dx, py]): Point => [x + dx, py]),
    ...right.reverse().map(([dx, py]): Point => [x - dx, py]),
  ];
  return polygon(outline);
}
