import {
  BEGINNINGS,
  canBecome,
  ENROLMENT_STATES,
  LIVE,
  MOVES,
  NOT_ENDED,
  SEATED,
} from '../../../src/enrolment/domain/states.js';

describe('the states of an enrolment', () => {
  test('every state is reached from where enrolments begin', () => {
    const reached = new Set(BEGINNINGS);
    for (const state of reached) for (const next of MOVES[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...ENROLMENT_STATES].sort());
  });

  test('whoever left comes back by a new enrolment only', () => {
    for (const ended of ['withdrawn', 'lapsed', 'completed', 'notCompleted'] as const) expect(MOVES[ended]).toEqual([]);
  });

  test('a wait, an offer and a confirmed seat have not ended', () => {
    expect(NOT_ENDED).toEqual(['waitlisted', 'offered', 'confirmed']);
  });

  test('an offer holds a seat, a wait does not, and both count as being in the cohort', () => {
    expect(SEATED).toContain('offered');
    expect(SEATED).not.toContain('waitlisted');
    expect(LIVE).toEqual(expect.arrayContaining(['waitlisted', 'offered', 'confirmed']));
  });

  test('nobody completes from the waitlist', () => {
    expect(canBecome('waitlisted', 'completed')).toBe(false);
    expect(canBecome('confirmed', 'completed')).toBe(true);
  });
});
