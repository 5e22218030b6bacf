import type { Breach, Source } from './sources.js';

export interface ArchitectureRule {
  readonly title: string;
  readonly rule: (one: Source) => Breach[];
  readonly checked: readonly Source[];
  /** Made-up files that break the rule; each must be reported. */
  readonly offenders: readonly Source[];
  /** Made-up files that look similar but are allowed. */
  readonly innocents?: readonly Source[];
}

export function describeRules(rules: readonly ArchitectureRule[]): void {
  describe.each(rules)('rule: $stands', ({ rule, checked: guards, offenders, innocents = [] }) => {
    it('is kept', () => {
      expect(guards.length).toBeGreaterThan(0);
      expect(guards.flatMap(rule)).toEqual([]);
    });

    it.each(offenders)('reports the planted offender $path', (offender) => {
      expect(rule(offender)).not.toEqual([]);
    });

    it('accepts what only looks similar', () => {
      expect(innocents.flatMap(rule)).toEqual([]);
    });
  });
}
