import type { Breach, Source } from './sources.js';

export interface Wall {
  readonly stands: string;
  readonly rule: (one: Source) => Breach[];
  readonly guards: readonly Source[];
  /** Invented files that break the rule: a wall that lets one pass guards nothing. */
  readonly offenders: readonly Source[];
  /** Invented files that look alike and are right. */
  readonly innocents?: readonly Source[];
}

export function describeWalls(walls: readonly Wall[]): void {
  describe.each(walls)('wall: $stands', ({ rule, guards, offenders, innocents = [] }) => {
    it('stands', () => {
      expect(guards.length).toBeGreaterThan(0);
      expect(guards.flatMap(rule)).toEqual([]);
    });

    it.each(offenders)('catches the planted offender $path', (offender) => {
      expect(rule(offender)).not.toEqual([]);
    });

    it('leaves the innocent alone', () => {
      expect(innocents.flatMap(rule)).toEqual([]);
    });
  });
}
