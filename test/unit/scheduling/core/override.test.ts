import { isReasonOfSubstance, mayBeOverridden } from '../../../../src/scheduling/core/domain/override.js';

describe('overridable rules', () => {
  it.each(['roomIsTaken', 'instructorIsTaken', 'cohortIsTaken', 'poolIsExhausted', 'sessionHasBegun', 'roomIsClosed'])(
    'is never %s',
    (code) => {
      expect(mayBeOverridden({ code })).toBe(false);
    },
  );

  it.each(['roomTooSmall', 'roomOutsideHours', 'instructorTaughtEnoughThatDay', 'instructorNotQualified'])(
    'is %s',
    (code) => {
      expect(mayBeOverridden({ code })).toBe(true);
    },
  );

  it.each([
    ['.', false],
    ['。。。。。。', false],
    ['aaaaaaa', false],
    ['加课', false],
    ['    ', false],
    ['1 2 1 2 1', false],
    ['讲师住院代课', true],
    ['Guest translator', true],
    ['２０２６停电', true],
  ])('wants a reason that says something: “%s”', (reason, says) => {
    expect(isReasonOfSubstance(reason)).toBe(says);
  });
});
