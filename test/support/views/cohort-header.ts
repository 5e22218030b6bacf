import { phaseOf } from '../../../src/cohorts/domain/phase.js';
import type { CohortHeader } from '../../../src/cohorts/index.js';
import { dayOf, instantOf } from '../../../src/platform/index.js';
import { LOOKED_AT, type Stage } from './rendered-view.js';

type CohortInHeader = CohortHeader['cohort'];

/** A confirmed cohort that begins in April; `change`: what differs. */
export function cohortInHeader(change: Partial<CohortInHeader> = {}): CohortInHeader {
  return {
    id: 'c1',
    code: 'AZ-104-2026-04',
    state: 'confirmed',
    delivery: 'onsite',
    courseId: 'k1',
    courseCode: 'AZ-104',
    titleZh: 'Azure 管理员',
    titleEn: 'Azure administrator',
    hours: 32,
    versionNumber: 1,
    trackId: 't1',
    trackCode: 'CLOUD',
    trackZh: '云计算',
    trackEn: 'Cloud',
    startsOn: '2026-04-07',
    endsOn: '2026-04-30',
    capacity: 20,
    leastEnrolment: 8,
    windowOpensAt: instantOf('2026-02-01', '08:00'),
    windowClosesAt: instantOf('2026-03-31', '18:00'),
    feeTextZh: null,
    feeTextEn: null,
    sponsorEmployerId: null,
    sponsorName: null,
    coordinatorAccountId: null,
    coordinatorName: null,
    publishedAt: LOOKED_AT,
    confirmedAt: LOOKED_AT,
    completedAt: null,
    cancelledAt: null,
    cancelReason: null,
    cancelledFrom: null,
    decisionOn: null,
    createdAt: LOOKED_AT,
    ...change,
  };
}

/** The header of that cohort's pages, without counts on the tabs. */
export function cohortHeaderIn(stage: Stage, change: Partial<CohortInHeader> = {}): CohortHeader {
  const cohort = cohortInHeader(change);
  const phase = phaseOf(cohort, dayOf(LOOKED_AT));
  const href = `/office/cohorts/${cohort.code}`;
  return {
    id: cohort.id,
    code: cohort.code,
    href,
    title: stage.one(cohort.titleZh, cohort.titleEn),
    state: cohort.state,
    phase,
    stateWord: stage.t(`cohort.state_${phase}`),
    lead: stage.t('cohort.header_lead', { from: cohort.startsOn, to: cohort.endsOn, taken: 0, capacity: 20 }),
    tabs: [{ label: stage.t('cohort.tab_overview'), href, current: true, count: null }],
    cohort,
  };
}
