import type { CourseRow, VersionRow } from '../../../src/courses/data/course-by-code.js';
import type { CohortOfCourse } from '../../../src/courses/domain/course-cohorts.js';
import { LOOKED_AT } from '../../support/views/rendered-view.js';

/** A one-day course with required values only. @param change values that differ */
export function courseRow(change: Partial<CourseRow> = {}): CourseRow {
  return {
    id: 'k1',
    code: 'AZ-104',
    trackId: 't1',
    trackZh: '云计算',
    trackEn: 'Cloud',
    titleZh: 'Azure 管理员',
    titleEn: 'Azure administrator',
    summaryZh: '',
    summaryEn: '',
    level: 'beginner',
    hours: 6,
    days: 1,
    retiredAt: null,
    currentVersionId: 'v1',
    achievementId: null,
    achievementCode: null,
    achievementZh: null,
    achievementEn: null,
    validMonths: null,
    validUntil: null,
    ...change,
  };
}

/** A version without contents, which no published cohort uses. @param change values that differ */
export function versionRow(change: Partial<VersionRow> = {}): VersionRow {
  return {
    id: 'v1',
    number: 1,
    titleZh: 'Azure 管理员',
    titleEn: 'Azure administrator',
    hours: 6,
    outcomesZh: '',
    outcomesEn: '',
    syllabusZh: '',
    syllabusEn: '',
    frozenAt: null,
    createdAt: LOOKED_AT,
    cohorts: 0,
    ...change,
  };
}

/** A confirmed cohort of the course. @param change values that differ */
export function cohortOf(change: Partial<CohortOfCourse> = {}): CohortOfCourse {
  return {
    code: 'AZ-104-1',
    phase: 'confirmed',
    isDraft: false,
    isRunning: true,
    startsOn: '2026-12-31',
    endsOn: '2027-01-01',
    capacity: 1001,
    seated: 0,
    ...change,
  };
}
