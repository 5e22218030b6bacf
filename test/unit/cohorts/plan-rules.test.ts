import { proposedCode } from '../../../src/cohorts/domain/cohort-code.js';
import {
  type CohortPlan,
  planBlockers,
  type PlanFacts,
  type PresentCohort,
} from '../../../src/cohorts/domain/plan-rules.js';
import { instantOf } from '../../../src/platform/clock.js';

const plan: CohortPlan = {
  courseId: 'AZ-104',
  code: 'AZ-104-2026-03',
  delivery: 'onsite',
  startsOn: '2026-03-16',
  endsOn: '2026-03-19',
  decisionOn: '2026-03-09',
  capacity: 24,
  leastEnrolment: 8,
  windowOpensAt: instantOf('2026-03-01', '09:00'),
  windowClosesAt: instantOf('2026-03-15', '18:00'),
  feeTextZh: null,
  feeTextEn: null,
  sponsorEmployerId: null,
};
const present: PresentCohort = {
  state: 'tentative',
  code: plan.code,
  courseId: plan.courseId,
  startsOn: plan.startsOn,
  decisionOn: plan.decisionOn,
  firstSessionOn: '2026-03-16',
  lastSessionOn: '2026-03-19',
};

function codesOf(change: Partial<CohortPlan>, facts: Partial<PlanFacts> = {}): string[] {
  return planBlockers({
    today: '2026-03-02',
    plan: { ...plan, ...change },
    course: { code: 'AZ-104T00', retired: false, hasVersion: true },
    codeIsTaken: false,
    sponsorIsKnown: true,
    present: null,
    ...facts,
  }).map((reason) => `${reason.code}@${reason.field}`);
}

describe('a cohort’s plan', () => {
  it('is accepted when all rules are met', () => {
    expect(codesOf({})).toEqual([]);
  });

  it('begins today or later, and does not end before it begins', () => {
    expect(codesOf({ startsOn: '2026-03-01', decisionOn: null })).toEqual(['cohortStartsInThePast@startsOn']);
    expect(codesOf({ endsOn: '2026-03-15' })).toEqual(['cohortEndsBeforeItStarts@endsOn']);
    expect(codesOf({ endsOn: '2028-03-15' })).toEqual(['cohortTooLong@endsOn']);
  });

  it('has a decision date no later than its first day, and no new date in the past', () => {
    expect(codesOf({ decisionOn: '2026-03-16' })).toEqual([]);
    expect(codesOf({ decisionOn: '2026-03-17' })).toEqual(['decisionAfterTheStart@decisionOn']);
    expect(codesOf({ decisionOn: '2026-03-01' })).toEqual(['decisionInThePast@decisionOn']);
    expect(codesOf({ decisionOn: '2026-03-01' }, { present: { ...present, decisionOn: '2026-03-01' } })).toEqual([]);
    expect(codesOf({ decisionOn: '2026-03-10' }, { present, today: '2026-03-17' })).toEqual([]);
    expect(codesOf({ decisionOn: null })).toEqual([]);
  });

  it('has a minimum enrolment no larger than its capacity', () => {
    expect(codesOf({ capacity: 7 })).toEqual(['leastAboveCapacity@leastEnrolment']);
  });

  it('has an enrolment window that opens before it closes, and closes on the last day at the latest', () => {
    expect(codesOf({ windowClosesAt: plan.windowOpensAt })).toEqual(['windowClosesBeforeItOpens@windowClosesOn']);
    expect(codesOf({ windowClosesAt: instantOf('2026-03-20', '00:00') })).toEqual([
      'windowClosesAfterTheEnd@windowClosesOn',
    ]);
    expect(codesOf({ windowClosesAt: instantOf('2026-03-19', '23:59') })).toEqual([]);
  });

  it('needs a course in use that has a syllabus', () => {
    expect(codesOf({}, { course: null })).toEqual(['cohortCourseUnknown@courseId']);
    expect(codesOf({}, { course: { code: 'X', retired: true, hasVersion: true } })).toEqual([
      'cohortCourseRetired@courseId',
    ]);
  });

  it('cannot change code or course once published, and its dates must contain its sessions', () => {
    expect(codesOf({ code: 'OTHER' }, { present })).toEqual(['cohortCodeIsPublished@code']);
    expect(codesOf({ courseId: 'other' }, { present })).toEqual(['cohortCourseIsPublished@courseId']);
    expect(codesOf({ startsOn: '2026-03-17' }, { present })).toEqual(['sessionsOutsideTheDates@startsOn']);
    expect(codesOf({ endsOn: '2026-03-18' }, { present })).toEqual(['sessionsOutsideTheDates@endsOn']);
    expect(codesOf({ code: 'OTHER', courseId: 'other' }, { present: { ...present, state: 'draft' } })).toEqual([]);
  });

  it('may change while it runs, but not after its end', () => {
    expect(codesOf({ capacity: 30 }, { present, today: '2026-03-17' })).toEqual([]);
    expect(codesOf({}, { present: { ...present, state: 'completed' } })).toEqual(['cohortIsOver@null']);
  });
});

describe('the proposed code', () => {
  it('is made of the course code without its material suffix and the month of the start', () => {
    expect(proposedCode('AZ-104T00', '2026-03-16', new Set())).toBe('AZ-104-2026-03');
    expect(proposedCode('AI-900T00-A', '2026-03-16', new Set())).toBe('AI-900-2026-03');
    expect(proposedCode('OUT-101', '2026-11-02', new Set())).toBe('OUT-101-2026-11');
  });

  it('adds a number if the code is taken', () => {
    expect(proposedCode('AZ-104T00', '2026-03-16', new Set(['AZ-104-2026-03', 'AZ-104-2026-03-2']))).toBe(
      'AZ-104-2026-03-3',
    );
  });
});
