import { creditCheckOf, creditCodeFault, tidyCreditCode } from '../../../src/employers/domain/credit-code.js';
import { endingBlockers, placementBlockers } from '../../../src/employers/domain/placement-rules.js';

describe('a unified social credit code', () => {
  test('its last character comes from the first 17', () => {
    expect(creditCheckOf('91350100M000100Y4')).toBe('3');
    expect(creditCodeFault('91350100M000100Y43')).toBeNull();
  });

  test('one mistyped character is found', () => {
    const code = '91350100M000100Y43';
    for (let at = 0; at < 17; at += 1) {
      const wrong = `${code.slice(0, at)}${code[at] === '7' ? '8' : '7'}${code.slice(at + 1)}`;
      expect(creditCodeFault(wrong)?.code).toBe('creditCodeCheck');
    }
  });

  test('is taken as people type it, and refused in another shape', () => {
    expect(tidyCreditCode(' ９１350100-m000100y43 ')).toBe('91350100M000100Y43');
    expect(creditCodeFault('9135')).toMatchObject({ code: 'creditCodeShape', data: { length: 4 } });
    expect(creditCodeFault('91350100I000100Y43')?.code).toBe('creditCodeShape');
  });
});

describe('a placement', () => {
  const facts = {
    startedOn: '2026-03-01',
    today: '2026-03-02',
    traineeKnown: true,
    employerKnown: true,
    trackKnown: true,
    heldSince: null,
  };

  test('may begin within ninety days', () => {
    expect(placementBlockers({ ...facts, startedOn: '2026-05-31' })).toEqual([]);
    expect(placementBlockers({ ...facts, startedOn: '2026-06-01' })).toMatchObject([
      { code: 'placementTooFarAhead', data: { last: '2026-05-31' } },
    ]);
  });

  test('is not recorded twice', () =>
    expect(placementBlockers({ ...facts, heldSince: '2025-07-01' })).toMatchObject([{ code: 'placementTwice' }]));

  test('ends once, after it began and not in the future', () => {
    const open = { startedOn: '2026-01-05', endedOn: null };
    expect(endingBlockers(open, '2026-03-02', '2026-03-02')).toEqual([]);
    expect(endingBlockers(open, '2026-01-04', '2026-03-02')).toMatchObject([{ code: 'placementEndsBeforeStart' }]);
    expect(endingBlockers(open, '2026-03-03', '2026-03-02')).toMatchObject([{ code: 'placementEndsAhead' }]);
    expect(endingBlockers({ ...open, endedOn: '2026-02-01' }, '2026-03-01', '2026-03-02')).toMatchObject([
      { code: 'placementEnded' },
    ]);
  });
});
