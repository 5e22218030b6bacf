import {
  INITIAL_STATES,
  canBecome,
  ENROLMENT_STATES,
  FORMER,
  LIVE,
  TRANSITIONS,
  NOT_ENDED,
  SEATED,
} from '../../../src/enrolment/domain/states.js';

describe('the states of an enrolment', () => {
  test('every state is reachable from the initial states', () => {
    const reached = new Set(INITIAL_STATES);
    for (const state of reached) for (const next of TRANSITIONS[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...ENROLMENT_STATES].sort());
  });

  test('ended states have no transitions', () => {
    for (const ended of ['withdrawn', 'lapsed', 'completed', 'notCompleted'] as const)
      expect(TRANSITIONS[ended]).toEqual([]);
  });

  test('waitlisted, offered and confirmed have not ended', () => {
    expect(NOT_ENDED).toEqual(['waitlisted', 'offered', 'confirmed']);
  });

  test('an offer holds a seat, a waitlist position does not, and both are live', () => {
    expect(SEATED).toContain('offered');
    expect(SEATED).not.toContain('waitlisted');
    expect(LIVE).toEqual(expect.arrayContaining(['waitlisted', 'offered', 'confirmed']));
  });

  test('those who withdrew or let an offer lapse are former, those with an outcome are not', () => {
    expect(FORMER).toEqual(['withdrawn', 'lapsed']);
  });

  test('a waitlisted enrolment cannot be completed', () => {
    expect(canBecome('waitlisted', 'completed')).toBe(false);
    expect(canBecome('confirmed', 'completed')).toBe(true);
  });
});
