import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  type Minutes,
  placeIn,
  sideBySide,
  withoutCrowds,
} from '../../../../src/scheduling/sessions/web/grid/timetable-layout.js';

const at = (from: number, until: number): Minutes => ({ from: from * 60, until: until * 60 });
const lanes = (items: readonly Minutes[]) =>
  sideBySide(items).map(({ item, lane, of, wide }) => [item.from / 60, lane, of, wide]);

describe('the time grid', () => {
  it('draws whole quarters between 7:00 and 22:00, and at its edge what lies outside', () => {
    expect(placeIn({ from: 540, until: 720 })).toEqual({ at: '0900', long: 180 });
    expect(placeIn({ from: 545, until: 719 })).toEqual({ at: '0900', long: 180 });
    expect(placeIn({ from: 360, until: 480 })).toEqual({ at: '0700', long: 60 });
    expect(placeIn({ from: 300, until: 360 })).toEqual({ at: '0700', long: 15 });
    expect(placeIn({ from: 1290, until: 1430 })).toEqual({ at: '2130', long: 30 });
    expect(placeIn({ from: 1400, until: 1439 })).toEqual({ at: '2145', long: 15 });
  });

  it('has a CSS class for every position', () => {
    const css = readFileSync('views/assets/css/60-modules/61-quarters.css', 'utf8');
    for (let from = 0; from < 1440; from += 5) {
      for (const length of [5, 60, 180, 900]) {
        const { at: start, long } = placeIn({ from, until: from + length });
        expect(css).toContain(`.at-${start} {`);
        expect(css).toContain(`.for-${long} {`);
      }
    }
  });

  it('puts sessions that share time side by side, and gives the one beside nobody the whole width', () => {
    expect(lanes([at(9, 12), at(13, 15)])).toEqual([
      [9, 1, 1, 1],
      [13, 1, 1, 1],
    ]);
    expect(lanes([at(9, 12), at(9, 12), at(11, 13)])).toEqual([
      [9, 1, 3, 1],
      [9, 2, 3, 1],
      [11, 3, 3, 1],
    ]);
  });

  it('lets one that ends as another begins share its lane, and one as wide as nobody hinders it', () => {
    expect(lanes([at(9, 12), at(9, 10), at(10, 11)])).toEqual([
      [9, 1, 2, 1],
      [9, 2, 2, 1],
      [10, 2, 2, 1],
    ]);
    expect(lanes([at(9, 13), at(9, 10), at(9, 10), at(11, 12)])).toEqual([
      [9, 1, 3, 1],
      [9, 2, 3, 1],
      [9, 3, 3, 1],
      [11, 2, 3, 2],
    ]);
  });

  it('never draws two over one another, whatever the day', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ from: from * 15, until: (from + length) * 15 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 25 }), (spans) => {
        const laid = sideBySide(spans);
        expect(laid).toHaveLength(spans.length);
        for (const [index, one] of laid.entries()) {
          expect(one.lane - 1 + one.wide).toBeLessThanOrEqual(one.of);
          for (const other of laid.slice(index + 1)) {
            const meet = one.item.from < other.item.until && other.item.from < one.item.until;
            if (meet) expect(one.lane + one.wide <= other.lane || other.lane + other.wide <= one.lane).toBe(true);
          }
        }
      }),
    );
  });

  it('counts those for whom there is no lane where they would have stood, and loses nobody', () => {
    const { shown, over, crowds } = withoutCrowds(
      sideBySide([at(9, 12), at(9, 12), at(9, 12), at(9, 11), at(14, 15)]),
      3,
    );
    expect(shown.map(({ item, lane, of }) => [item.from / 60, lane, of])).toEqual([
      [9, 1, 3],
      [9, 2, 3],
      [14, 1, 1],
    ]);
    expect(over).toHaveLength(2);
    expect(crowds).toEqual([{ from: 540, until: 720, count: 2, lane: 3, of: 3, wide: 1 }]);
  });
});
