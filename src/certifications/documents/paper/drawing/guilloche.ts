import { circle, type Point, rectangle, smooth } from './curves.js';
import { filled, type Mark, PAPER, type Paper, stroked } from './picture.js';

/** Where the woven band runs: its middle line, this far inside the paper's edge. */
const MIDDLE = 40;
const SWING = 11;
const CORNER = 27;

/** How fine the engraving is: `strands` curves in a band. The small picture on a page needs few. */
export interface Fineness {
  readonly strands: number;
  readonly watermark: number;
  /** Waves in a band, against the finest. */
  readonly waves: number;
}

export const FINE: Fineness = { strands: 8, watermark: 7, waves: 1 };
export const COARSE: Fineness = { strands: 3, watermark: 2, waves: 0.5 };

const engraved = new Map<string, readonly Mark[]>();

/**
 * Border, corner rosettes and the pale rosette behind the name:
 * lines that a copier blurs. The same on every certificate.
 */
export function engraving(fineness: Fineness, paper: Paper = PAPER): readonly Mark[] {
  const key = `${JSON.stringify(fineness)} ${paper.width}`;
  const marks = engraved.get(key) ?? engrave(fineness, paper);
  engraved.set(key, marks);
  return marks;
}

/** Waves along a long and a short side. */
const WAVES = { long: 46, short: 31 } as const;

function engrave(fineness: Fineness, paper: Paper): Mark[] {
  const { width, height } = paper;
  const [right, bottom] = [width - MIDDLE, height - MIDDLE];
  const corners: Point[] = [
    [MIDDLE, MIDDLE],
    [right, MIDDLE],
    [right, bottom],
    [MIDDLE, bottom],
  ];
  const across = { ...fineness, waves: (width > height ? WAVES.long : WAVES.short) * fineness.waves };
  const down = { ...fineness, waves: (width > height ? WAVES.short : WAVES.long) * fineness.waves };
  return [
    filled(rectangle([0, 0], [width, height]), 'paper'),
    ...watermark(fineness.watermark, paper),
    ...band([MIDDLE, MIDDLE], [right, MIDDLE], across),
    ...band([right, MIDDLE], [right, bottom], down),
    ...band([right, bottom], [MIDDLE, bottom], across),
    ...band([MIDDLE, bottom], [MIDDLE, MIDDLE], down),
    ...(
      [
        [MIDDLE - 17, 1.4],
        [MIDDLE - 14, 0.4],
        [MIDDLE + 14, 0.4],
        [MIDDLE + 17, 0.9],
      ] as const
    ).map(([inset, thick]) => frame(paper, inset, thick)),
    ...corners.flatMap((corner) => cornerRosette(corner, fineness)),
  ];
}

function frame({ width, height }: Paper, inset: number, thick: number): Mark {
  return stroked(rectangle([inset, inset], [width - 2 * inset, height - 2 * inset]), 'teal', thick);
}

/** Strands of one wave, each a little later than the one before, swelling and thinning along the side. */
function band(from: Point, to: Point, { waves: exactWaves, strands }: Fineness): Mark[] {
  const waves = Math.round(exactWaves);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const across: Point = [-dy / length, dx / length];
  const turns = 2 * Math.PI * waves;
  const breaths = 2 * Math.PI * Math.round(waves / 4);
  return Array.from({ length: strands }, (_, strand) => {
    const phase = (2 * Math.PI * strand) / strands;
    return stroked(
      smooth((t) => {
        const swell = 0.72 + 0.28 * Math.cos(breaths * t);
        const swing = SWING * swell * Math.sin(turns * t + phase);
        const slope =
          SWING *
          (swell * turns * Math.cos(turns * t + phase) -
            0.28 * breaths * Math.sin(breaths * t) * Math.sin(turns * t + phase));
        return {
          point: [from[0] + dx * t + across[0] * swing, from[1] + dy * t + across[1] * swing],
          slope: [dx + across[0] * slope, dy + across[1] * slope],
        };
      }, waves * 3),
      strand % 2 === 0 ? 'teal' : 'tealSoft',
      0.28,
    );
  });
}

function cornerRosette(centre: Point, { strands }: Fineness): Mark[] {
  const rings = strands > 5 ? [1, 0.82, 0.62, 0.4] : [1, 0.6];
  return [
    filled(circle(centre, CORNER), 'paper'),
    stroked(circle(centre, CORNER), 'teal', 1.1),
    stroked(circle(centre, CORNER - 2.4), 'teal', 0.35),
    ...rings.map((size, at) =>
      stroked(
        rosette(centre, { radius: (CORNER - 4) * size, petals: 14, depth: 0.3 }),
        at % 2 === 0 ? 'teal' : 'tealSoft',
        0.3,
      ),
    ),
    filled(circle(centre, 2.1), 'teal'),
  ];
}

export function watermark(rings: number, paper: Paper): Mark[] {
  const centre: Point = [paper.width / 2, paper.height / 2 - 6];
  return Array.from({ length: rings }, (_, ring) =>
    stroked(rosette(centre, { radius: 66 + ring * 26, petals: 18, depth: 0.22 }), 'tealFaint', 0.55),
  );
}

/** A closed curve of interlaced petals: radius swings `petals` times on two rounds about the centre. */
export function rosette(
  [x, y]: Point,
  { radius, petals, depth }: { readonly radius: number; readonly petals: number; readonly depth: number },
): string {
  const rounds = 5;
  const spin = 2 * Math.PI * rounds;
  const beat = 2 * Math.PI * (petals * 2 + 1);
  const mean = radius * (1 - depth);
  return smooth(
    (t) => {
      const r = mean + radius * depth * Math.cos(beat * t);
      const grow = -radius * depth * beat * Math.sin(beat * t);
      const [sin, cos] = [Math.sin(spin * t), Math.cos(spin * t)];
      return { point: [x + r * cos, y + r * sin], slope: [grow * cos - r * spin * sin, grow * sin + r * spin * cos] };
    },
    (petals * 2 + 1) * 3,
  );
}
