import { publicationBlockers, type MoveFacts, smallCohortIsMeant } from '../../../src/cohorts/domain/move-rules.js';
import { COHORT_MOVE_NAMES, COHORT_MOVES, COHORT_STATES, stateAfter } from '../../../src/cohorts/domain/states.js';

const now = 1_772_400_000_000;
const ready: MoveFacts = {
  now, cohort: { code: 'AZ-104-2026-03', state: 'draft', capacity: 24, leastEnrolment: 8, windowClosesAt: now + 1, startsOn: '2026-03-16', endsOn: '2026-03-19', decisionOn: '2026-03-09', cancelledFrom: null }, courseRetiredCode: null,
  sessions: 4, sessionsWithoutRoom: 0, sessionsWithoutInstructor: 0, smallestRoom: { code: 'LAB-2', seats: 24 }, confirmed: 7,
};

describe('the states of a cohort', () => {
  it('are all reached from a draft', () => {
    const reached = new Set<string>(['draft']);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const state of COHORT_STATES.filter((one) => reached.has(one))) for (const next of Object.values(COHORT_MOVES[state])) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...COHORT_STATES].sort());
  });

  it('end for good in completion and cancellation', () => {
    for (const move of COHORT_MOVE_NAMES) {
      expect(stateAfter('completed', move)).toBeNull();
      expect(stateAfter('cancelled', move)).toBeNull();
    }
    expect(stateAfter('draft', 'completion')).toBeNull();
    expect(stateAfter('tentative', 'completion')).toBeNull();
  });
});

describe('publication', () => {
  const codes = (facts: Partial<MoveFacts>): string[] => publicationBlockers({ ...ready, ...facts }).map(({ code }) => code);

  it('needs sessions, a window that is not over and rooms that seat everyone, and tells all that is missing', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ sessions: 0, smallestRoom: null })).toEqual(['cohortHasNoSessions']);
    expect(codes({ smallestRoom: { code: 'LAB-1', seats: 23 }, cohort: { ...ready.cohort, windowClosesAt: now } })).toEqual(['windowAlreadyClosed', 'capacityAboveRoom']);
  });

  it('is of drafts only', () => {
    expect(codes({ cohort: { ...ready.cohort, state: 'cancelled' } })).toEqual(['cohortNotADraft']);
  });
});

describe('confirmation below the least enrolment', () => {
  it('asks for a word, and takes it', () => {
    expect(smallCohortIsMeant(ready, false)).toMatchObject({ code: 'enrolmentBelowLeast', data: { confirmed: 7, least: 8 } });
    expect(smallCohortIsMeant(ready, true)).toBeNull();
    expect(smallCohortIsMeant({ ...ready, confirmed: 8 }, false)).toBeNull();
  });
});
