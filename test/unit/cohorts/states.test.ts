import { decisionIsDue, usualDecisionDay } from '../../../src/cohorts/domain/decision.js';
import {
  decisionBlockers,
  publicationBlockers,
  type MoveFacts,
  restorationBlockers,
  smallCohortIsMeant,
} from '../../../src/cohorts/domain/move-rules.js';
import { phaseOf } from '../../../src/cohorts/domain/phase.js';
import {
  CANCELLABLE_STATES,
  COHORT_MOVE_NAMES,
  COHORT_MOVES,
  COHORT_STATES,
  stateAfter,
} from '../../../src/cohorts/domain/states.js';

const now = 1_772_400_000_000;
const ready: MoveFacts = {
  now,
  cohort: {
    code: 'AZ-104-2026-03',
    state: 'draft',
    capacity: 24,
    leastEnrolment: 8,
    windowClosesAt: now + 1,
    startsOn: '2026-03-16',
    endsOn: '2026-03-19',
    decisionOn: '2026-03-09',
    cancelledFrom: null,
  },
  courseRetiredCode: null,
  sessions: 4,
  sessionsWithoutRoom: 0,
  sessionsWithoutInstructor: 0,
  smallestRoom: { code: 'LAB-2', seats: 24 },
  confirmed: 7,
};

describe('the states of a cohort', () => {
  it('can all be reached from a draft', () => {
    const reached = new Set<string>(['draft']);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const state of COHORT_STATES.filter((one) => reached.has(one)))
        for (const next of Object.values<string | readonly string[]>(COHORT_MOVES[state]).flat()) reached.add(next);
    }
    expect([...reached].sort()).toEqual([...COHORT_STATES].sort());
  });

  it('end in completion; a cancelled cohort can only be restored to its earlier state', () => {
    for (const move of COHORT_MOVE_NAMES) {
      expect(stateAfter('completed', move, 'confirmed')).toBeNull();
      if (move !== 'restoration') expect(stateAfter('cancelled', move, 'confirmed')).toBeNull();
    }
    for (const from of CANCELLABLE_STATES) {
      expect(stateAfter(from, 'cancellation')).toBe('cancelled');
      expect(stateAfter('cancelled', 'restoration', from)).toBe(from);
      expect(stateAfter(from, 'restoration', from)).toBeNull();
    }
    expect(stateAfter('cancelled', 'restoration', null)).toBeNull();
    expect(stateAfter('cancelled', 'restoration', 'completed')).toBeNull();
    expect(stateAfter('draft', 'completion')).toBeNull();
    expect(stateAfter('tentative', 'completion')).toBeNull();
  });
});

describe('publication', () => {
  const codes = (facts: Partial<MoveFacts>): string[] =>
    publicationBlockers({ ...ready, ...facts }).map(({ code }) => code);

  it('needs sessions, an open window and large enough rooms, and names everything that is missing', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ sessions: 0, smallestRoom: null })).toEqual(['cohortHasNoSessions']);
    expect(
      codes({ smallestRoom: { code: 'LAB-1', seats: 23 }, cohort: { ...ready.cohort, windowClosesAt: now } }),
    ).toEqual(['windowAlreadyClosed', 'capacityAboveRoom']);
  });

  it('is for drafts only', () => {
    expect(codes({ cohort: { ...ready.cohort, state: 'cancelled' } })).toEqual(['cohortNotADraft']);
  });
});

describe('confirmation below the minimum enrolment', () => {
  it('needs an acknowledgement', () => {
    expect(smallCohortIsMeant(ready, false)).toMatchObject({
      code: 'enrolmentBelowLeast',
      data: { confirmed: 7, least: 8 },
    });
    expect(smallCohortIsMeant(ready, true)).toBeNull();
    expect(smallCohortIsMeant({ ...ready, confirmed: 8 }, false)).toBeNull();
  });
});

describe('the phase of a cohort', () => {
  it('is in progress from the first day of a confirmed cohort, otherwise its state', () => {
    const cohort = { state: 'confirmed', startsOn: '2026-03-16' };
    expect(phaseOf(cohort, '2026-03-15')).toBe('confirmed');
    expect(phaseOf(cohort, '2026-03-16')).toBe('inProgress');
    for (const state of COHORT_STATES.filter((one) => one !== 'confirmed'))
      expect(phaseOf({ ...cohort, state }, '2026-03-17')).toBe(state);
  });
});

describe('the decision', () => {
  const at = (day: string, cohort: Partial<MoveFacts['cohort']> = {}): MoveFacts => ({
    ...ready,
    now: Date.parse(`${day}T04:00:00Z`),
    cohort: { ...ready.cohort, state: 'tentative', ...cohort },
  });
  const codes = (facts: MoveFacts, wanted: string) =>
    decisionBlockers(facts, wanted).map(({ code, field }) => `${code}@${field}`);

  it('is due a week before the start by default, but never before today or after the start', () => {
    expect(usualDecisionDay('2026-03-16', '2026-03-02')).toBe('2026-03-09');
    expect(usualDecisionDay('2026-03-16', '2026-03-12')).toBe('2026-03-12');
    expect(usualDecisionDay('2026-03-16', '2026-03-18')).toBe('2026-03-16');
  });

  it('is a task from three days before its date, for published cohorts with too few people', () => {
    const cohort = { state: 'tentative', confirmed: 7, leastEnrolment: 8, decisionOn: '2026-03-09' };
    expect(decisionIsDue(cohort, '2026-03-05')).toBe(false);
    expect(decisionIsDue(cohort, '2026-03-06')).toBe(true);
    expect(decisionIsDue(cohort, '2026-03-20')).toBe(true);
    expect(decisionIsDue({ ...cohort, confirmed: 8 }, '2026-03-09')).toBe(false);
    expect(decisionIsDue({ ...cohort, state: 'confirmed' }, '2026-03-09')).toBe(false);
    expect(decisionIsDue({ ...cohort, decisionOn: null }, '2026-03-09')).toBe(false);
  });

  it('can move to any day from today to the start while it is open', () => {
    expect(codes(at('2026-03-10'), '2026-03-10')).toEqual([]);
    expect(codes(at('2026-03-10'), '2026-03-16')).toEqual([]);
    expect(codes(at('2026-03-10'), '2026-03-09')).toEqual(['decisionInThePast@decisionOn']);
    expect(codes(at('2026-03-10'), '2026-03-17')).toEqual(['decisionAfterTheStart@decisionOn']);
    expect(codes(at('2026-03-17'), '2026-03-17')).toEqual(['decisionCannotWait@null']);
    expect(codes(at('2026-03-10', { state: 'confirmed' }), '2026-03-12')).toEqual(['decisionIsMade@null']);
  });
});

describe('a restoration', () => {
  const codes = (cohort: Partial<MoveFacts['cohort']>, day = '2026-03-10') =>
    restorationBlockers({ ...ready, now: Date.parse(`${day}T04:00:00Z`), cohort: { ...ready.cohort, ...cohort } }).map(
      ({ code }) => code,
    );

  it('is for cancelled cohorts whose dates are not over', () => {
    expect(codes({ state: 'cancelled', cancelledFrom: 'tentative' })).toEqual([]);
    expect(codes({ state: 'cancelled', cancelledFrom: 'tentative' }, '2026-03-19')).toEqual([]);
    expect(codes({ state: 'cancelled', cancelledFrom: 'tentative' }, '2026-03-20')).toEqual(['cohortDatesAreOver']);
    expect(codes({ state: 'tentative' })).toEqual(['cohortNotCancelled']);
  });
});
