import sql from 'sql-template-tag';
import type { EnrolmentOutcome } from '../../../attendance/index.js';
import { type QueryFunction, storedList } from '../../../platform/index.js';
import { type CheckedOutcomes, checkedOutcomes } from '../../binding/index.js';
import type { AchievementLevel, CertificateState, Skill } from '../../core/index.js';
import type { SharedFacts } from '../../templates/index.js';

/** Facts of a cohort for certificates: the syllabus as taught. */
export interface OccasionRow {
  readonly cohortId: string;
  readonly cohortState: string;
  readonly achievementId: string | null;
  readonly course: Omit<SharedFacts, 'issuer'> | null;
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

interface StoredOccasion {
  readonly cohortId: string;
  readonly cohortState: string;
  readonly code: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly courseCode: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly hours: number;
  readonly achievementId: string | null;
  readonly achievementCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly criteriaZh: string;
  readonly criteriaEn: string;
  readonly validMonths: number | null;
  readonly version: number;
  readonly skills: string | null;
  readonly level: AchievementLevel | null;
  readonly picture: string | null;
  readonly validUntil: string | null;
}

export async function occasionOf(query: QueryFunction, code: string): Promise<OccasionRow | null> {
  const [row] = await query<StoredOccasion>(sql`
    SELECT c.id AS "cohortId", c.state AS "cohortState", c.code AS "code", c.starts_on AS "startsOn", c.ends_on AS "endsOn",
      co.code AS "courseCode", v.title_zh AS "titleZh", v.title_en AS "titleEn", v.hours AS "hours",
      a.id AS "achievementId", a.code AS "achievementCode", a.name_zh AS "nameZh", a.name_en AS "nameEn",
      a.criteria_zh AS "criteriaZh", a.criteria_en AS "criteriaEn", a.valid_months AS "validMonths",
      a.version AS "version", w.skills AS "skills", w.level AS "level", w.picture_sha256 AS "picture", w.valid_until AS "validUntil"
    FROM cohort c JOIN course co ON co.id = c.course_id JOIN course_version v ON v.id = c.course_version_id
      LEFT JOIN achievement a ON a.id = co.achievement_id LEFT JOIN achievement_version w ON w.achievement_id = a.id AND w.number = a.version
    WHERE c.code = ${code.toUpperCase()}`);
  if (!row) return null;
  const { cohortId, cohortState, achievementId, titleZh, titleEn } = row;
  return {
    cohortId,
    cohortState,
    achievementId,
    titleZh,
    titleEn,
    code: row.code,
    course:
      achievementId === null
        ? null
        : {
            achievement: {
              code: row.achievementCode,
              nameZh: row.nameZh,
              nameEn: row.nameEn,
              criteriaZh: row.criteriaZh,
              criteriaEn: row.criteriaEn,
              version: row.version,
              skills: row.skills === null ? [] : storedList<Skill>(row.skills),
              level: row.level,
              picture: row.picture,
            },
            course: { code: row.courseCode, titleZh, titleEn, hours: row.hours },
            cohort: { code: row.code, startsOn: row.startsOn, endsOn: row.endsOn },
            validMonths: row.validMonths,
            validUntil: row.validUntil,
          },
  };
}

export interface CandidateRow {
  readonly enrolmentId: string;
  readonly enrolmentState: string;
  /** When the enrolment ended, epoch milliseconds; `null`: not yet. */
  readonly endedAt: number | null;
  /** Outcome, attendance or results are not as they were bound when the cohort was completed. */
  readonly isOutcomeAltered: boolean;
  readonly traineeId: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
  readonly accountId: string | null;
  readonly language: string | null;
  readonly earlier: readonly EarlierRow[];
  /** Number reserved for a certificate that is being issued. */
  readonly underWay: string | null;
}

export interface EarlierRow {
  readonly id: string;
  readonly number: string;
  readonly state: CertificateState;
  readonly on: string;
}

/** Sorts names in Chinese collation order, in which numbers are assigned. */
const BY_NAME = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

export interface Candidates extends Pick<CheckedOutcomes, 'outcomes'> {
  readonly people: readonly CandidateRow[];
}

/**
 * Everybody enrolled in the cohort, by name, with certificates issued for it before, and with their outcomes. Whoever
 * has ended is compared with what was bound, also if the row now says otherwise.
 */
export async function candidatesOf(
  query: QueryFunction,
  key: Uint8Array,
  { cohortId }: Pick<OccasionRow, 'cohortId'>,
): Promise<Candidates> {
  const { outcomes, altered } = await checkedOutcomes(query, key, cohortId);
  const people = await query<Omit<CandidateRow, 'earlier' | 'isOutcomeAltered' | 'endedAt'>>(sql`
    SELECT e.id AS "enrolmentId", e.state AS "enrolmentState", t.id AS "traineeId", t.name AS "name", t.latin_name AS "latinName",
      COALESCE(a.email, t.email) AS "email", a.id AS "accountId", a.language AS "language", i.number AS "underWay"
    FROM enrolment e JOIN trainee t ON t.id = e.trainee_id LEFT JOIN account a ON a.id = t.account_id
      LEFT JOIN issuance_item i ON i.enrolment_id = e.id AND i.state = 'waiting'
    WHERE e.cohort_id = ${cohortId} AND (e.state IN ('confirmed', 'completed', 'notCompleted')
      OR EXISTS (SELECT 1 FROM record_binding b WHERE b.kind = 'outcome' AND b.id = CAST(e.id AS TEXT))) ORDER BY e.id`);
  // Whatever their achievement: an enrolment is certified once, also if its course leads to another one by now.
  const earlier = await query<EarlierRow & { enrolmentId: string }>(sql`
    SELECT k.id AS "id", k.enrolment_id AS "enrolmentId", k.number AS "number", k.state AS "state", k.issued_on AS "on"
    FROM certificate k JOIN enrolment e ON e.id = k.enrolment_id
    WHERE e.cohort_id = ${cohortId} ORDER BY k.issued_at DESC`);
  const earlierOf = (id: string): EarlierRow[] => earlier.filter(({ enrolmentId }) => enrolmentId === id);
  return {
    outcomes,
    people: people
      .sort((one, other) => BY_NAME.compare(one.name, other.name))
      .map(({ enrolmentId, ...person }) => ({
        ...person,
        enrolmentId,
        // Only what was compared is believed: another read may find another state or trainee.
        ...asCompared(person, outcomes.get(enrolmentId)),
        ...(altered.has(enrolmentId) ? { isOutcomeAltered: true } : {}),
        earlier: earlierOf(enrolmentId),
      })),
  };
}

function asCompared(
  { enrolmentState, traineeId }: Pick<CandidateRow, 'enrolmentState' | 'traineeId'>,
  outcome: EnrolmentOutcome | undefined,
): Pick<CandidateRow, 'enrolmentState' | 'endedAt' | 'isOutcomeAltered'> {
  return {
    enrolmentState: outcome?.state ?? enrolmentState,
    endedAt: outcome?.endedAt ?? null,
    isOutcomeAltered: outcome?.state !== enrolmentState || outcome.traineeId !== traineeId,
  };
}
