export type Point = readonly [x: number, y: number];

/** Two decimals are finer than any printer. */
const rounded = (value: number): string => String(Math.round(value * 100) / 100);
const pair = ([x, y]: Point): string => `${rounded(x)} ${rounded(y)}`;

/**
 * A smooth path through a curve given by its points and slopes, in cubic pieces.
 * @param at point and derivative for t from 0 to 1
 */
export function smooth(at: (t: number) => { readonly point: Point; readonly slope: Point }, pieces: number): string {
  const step = 1 / pieces;
  const controlled = ({ point, slope }: ReturnType<typeof at>, sign: number): Point => [
    point[0] + (sign * slope[0] * step) / 3,
    point[1] + (sign * slope[1] * step) / 3,
  ];
  const path = [`M ${pair(at(0).point)}`];
  for (let piece = 0; piece < pieces; piece += 1) {
    const [from, to] = [at(piece * step), at((piece + 1) * step)];
    path.push(`C ${pair(controlled(from, 1))} ${pair(controlled(to, -1))} ${pair(to.point)}`);
  }
  return path.join(' ');
}

export function polygon(points: readonly Point[]): string {
  return `M ${points.map(pair).join(' L ')} Z`;
}

export function line(from: Point, to: Point): string {
  return `M ${pair(from)} L ${pair(to)}`;
}

export function rectangle([x, y]: Point, [width, height]: Point): string {
  return polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);
}

/** A circle of four cubic pieces, off by less than 0.03 % of its radius. */
export function circle([x, y]: Point, radius: number): string {
  const k = 0.5523 * radius;
  return [
    `M ${pair([x + radius, y])}`,
    `C ${pair([x + radius, y + k])} ${pair([x + k, y + radius])} ${pair([x, y + radius])}`,
    `C ${pair([x - k, y + radius])} ${pair([x - radius, y + k])} ${pair([x - radius, y])}`,
    `C ${pair([x - radius, y - k])} ${pair([x - k, y - radius])} ${pair([x, y - radius])}`,
    `C ${pair([x + k, y - radius])} ${pair([x + radius, y - k])} ${pair([x + radius, y])} Z`,
  ].join(' ');
}

/** A path of M, L and C commands turned about a point (degrees, clockwise). */
export function turned(d: string, about: Point, degrees: number): string {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return d.replace(/(-?[\d.]{1,12}) (-?[\d.]{1,12})/g, (_, x: string, y: string) => {
    const [dx, dy] = [Number(x) - about[0], Number(y) - about[1]];
    return pair([about[0] + dx * cos - dy * sin, about[1] + dx * sin + dy * cos]);
  });
}
