import { Refusal } from '../../../src/platform/refusals.js';
import { mayBeTargets, readAmount, targetChanges, type TargetWish } from '../../../src/reporting/domain/targets.js';

describe('a typed target', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['120', 120],
    ['1,200', 1200],
    ['1200人', 1200],
    ['１２０', 120],
  ])('%j reads as %j', (typed, amount) => {
    expect(readAmount(typed, 'field')).toBe(amount);
  });

  it.each([
    ['一百', 'targetNotWhole'],
    ['-1', 'targetNotWhole'],
    ['1.5', 'targetNotWhole'],
    ['1e3', 'targetNotWhole'],
    ['1000001', 'targetOutOfRange'],
    ['9'.repeat(40), 'targetNotWhole'],
  ])('%j is refused: %s', (typed, code) => {
    const outcome = readAmount(typed, 'field');
    expect(outcome).toBeInstanceOf(Refusal);
    expect(outcome).toMatchObject({ code, field: 'field' });
  });
});

describe('changed targets', () => {
  const wish = (amount: number | null, year = 2026): TargetWish => ({
    year,
    trackId: 'cloud',
    kind: 'trained',
    amount,
  });

  it('distinguish zero from none', () => {
    expect(targetChanges([wish(0)], [])).toEqual([{ ...wish(0), before: null }]);
    expect(targetChanges([wish(null)], [wish(0)])).toEqual([{ ...wish(null), before: 0 }]);
    expect(targetChanges([wish(null)], [])).toEqual([]);
    expect(targetChanges([wish(5)], [wish(5)])).toEqual([]);
  });

  it('leave others alone', () => {
    expect(targetChanges([wish(7)], [wish(5), wish(9, 2027)])).toEqual([{ ...wish(7), before: 5 }]);
  });

  it('are refused beside their field if impossible', () => {
    expect(
      mayBeTargets([wish(5), wish(1.5), wish(-1), wish(5, 1999), { ...wish(5), trackId: 'none' }], ['cloud']).map(
        ({ code }) => code,
      ),
    ).toEqual(['targetNotWhole', 'targetOutOfRange', 'targetYearOutOfRange', 'targetTrackUnknown']);
  });
});
