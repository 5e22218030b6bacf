import { TRACKS } from './tracks.js';
import type { TrackCode } from './course.js';

export type TargetKind = 'trained' | 'certified' | 'placed';

export interface DemoTarget {
  readonly year: number;
  readonly track: TrackCode;
  readonly kind: TargetKind;
  readonly amount: number;
}

/** The targets of the middle year for each track. */
const MIDDLE: Readonly<Record<TrackCode, Readonly<Record<TargetKind, number>>>> = {
  CLOUD: { trained: 1500, certified: 620, placed: 90 },
  SOFTWARE: { trained: 900, certified: 320, placed: 110 },
  'DATA-AI': { trained: 1000, certified: 220, placed: 60 },
  IP: { trained: 800, certified: 160, placed: 20 },
};
const GROWTH = [0.6, 1, 1.25];

/** The three-year programme around this year: the year before, this one and the next. */
export function demoTargets(today: string): DemoTarget[] {
  const year = Number(today.slice(0, 4));
  return GROWTH.flatMap((growth, at) =>
    TRACKS.flatMap(({ code }) =>
      (Object.entries(MIDDLE[code]) as [TargetKind, number][]).map(([kind, amount]) => ({
        year: year - 1 + at,
        track: code,
        kind,
        amount: Math.round((amount * growth) / 10) * 10,
      })),
    ),
  );
}
