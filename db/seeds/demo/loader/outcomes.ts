import sql from 'sql-template-tag';
import { IssueCertificates, ReissueCertificate, RevokeCertificate } from '../../../../src/certifications/index.js';
import { RecordPlacement } from '../../../../src/employers/index.js';
import { dayOf, daysAfter, instantOf } from '../../../../src/platform/index.js';
import type { PlannedCohort } from '../content/cohorts/planned-cohort.js';
import type { TrackCode } from '../content/course.js';
import { COURSES } from '../content/courses.js';
import { certifiedAt } from '../content/enrolment-plan.js';
import { SeededRandom } from '../content/seeded-random.js';
import { done, required, type DemoContext } from './stage.js';
import { A_DAY } from '../../../../src/platform/index.js';

const REVOCATION_REASONS = [
  { reasonClass: 'requirementsNotMet', reason: '考核成绩经复核更正，未达到及格线。' },
  { reasonClass: 'misconduct', reason: '查实由他人代为签到。' },
  { reasonClass: 'misconduct', reason: '提交的项目作业系抄袭。' },
] as const;
const POSITIONS: Readonly<Record<TrackCode, readonly string[]>> = {
  CLOUD: ['云运维工程师', '系统管理员', '信息安全专员', '桌面支持工程师'],
  SOFTWARE: ['Java 开发工程师', '软件测试工程师', '外包项目助理', '对日开发工程师'],
  'DATA-AI': ['数据分析师', '数据库管理员', '数据开发工程师', '算法助理工程师'],
  IP: ['知识产权专员', '软件资产管理员', '法务助理'],
};
/** The share of those who complete that finds a job through the academy. */
const PLACED: Readonly<Record<TrackCode, number>> = { CLOUD: 0.16, SOFTWARE: 0.3, 'DATA-AI': 0.16, IP: 0.06 };

interface Graduate {
  readonly enrolmentId: string;
  readonly traineeId: string;
}

/** A cohort's certificates, later revocations and corrections, and placements. */
export function scheduleOutcomes(stage: DemoContext, cohort: PlannedCohort): void {
  if (cohort.fate !== 'certified') return;
  if (cohort.course.leadsTo !== null) stage.timeline.at(certifiedAt(cohort), () => certify(stage, cohort));
  if (cohort.course.days > 1) stage.timeline.at(certifiedAt(cohort) + 1, () => findWork(stage, cohort));
}

async function certify(stage: DemoContext, cohort: PlannedCohort): Promise<void> {
  done(
    await stage.get(IssueCertificates).execute(stage.coordinator, cohort.code, 'later'),
    `the certificates of ${cohort.code}`,
  );
  const random = new SeededRandom(`afterwards ${cohort.code}`);
  const issued = await stage.rows<{ id: string; name: string; traineeId: string }>(sql`
    SELECT k.id AS "id", t.name AS "name", t.id AS "traineeId" FROM certificate k JOIN enrolment e ON e.id = k.enrolment_id JOIN cohort c ON c.id = e.cohort_id JOIN trainee t ON t.id = k.trainee_id
    WHERE c.code = ${cohort.code} AND t.account_id IS NULL ORDER BY k.number`);
  const [corrected, ...others] = random.shuffled(issued);
  // A certificate that a later course requires stays valid: those enrolments are in the plan.
  const isNeeded = COURSES.some(({ requires }) => requires.some((code) => code === cohort.course.leadsTo));
  for (const { id } of isNeeded ? [] : others.slice(0, random.whole(1, 2))) {
    const reason = random.pick(REVOCATION_REASONS);
    stage.timeline.at(
      certifiedAt(cohort) + random.whole(6, 40) * A_DAY,
      async () =>
        void done(
          await stage.get(RevokeCertificate).execute(stage.administrator, id, reason),
          'to revoke a certificate',
        ),
    );
  }
  if (corrected && random.chance(0.35))
    stage.timeline.at(certifiedAt(cohort) + random.whole(2, 20) * A_DAY, () => correct(stage, corrected));
}

/** The Latin name had the parts in another order than the holder wants. */
async function correct(
  stage: DemoContext,
  { id, name, traineeId }: { readonly id: string; readonly name: string; readonly traineeId: string },
): Promise<void> {
  const [trainee] = await stage.rows<{ latinName: string }>(
    sql`SELECT latin_name AS "latinName" FROM trainee WHERE id = ${traineeId}`,
  );
  const latinName = required(trainee, name).latinName.split(' ').reverse().join(' ');
  done(
    await stage.get(ReissueCertificate).execute(stage.coordinator, id, {
      name,
      latinName,
      reasonClass: 'nameCorrected',
      reason: '持证人申请按护照更正拼音姓名。',
    }),
    'to correct a certificate',
  );
}

async function findWork(stage: DemoContext, cohort: PlannedCohort): Promise<void> {
  const random = new SeededRandom(`work after ${cohort.code}`);
  const { track } = cohort.course;
  const graduates = await stage.rows<Graduate>(sql`
    SELECT e.id AS "enrolmentId", e.trainee_id AS "traineeId" FROM enrolment e
    WHERE e.cohort_id = ${stage.cohortId(cohort)} AND e.state = 'completed' ORDER BY e.seat_number`);
  for (const { traineeId } of graduates.filter(() => random.chance(PLACED[track]))) {
    const startedOn = daysAfter(cohort.endsOn, random.whole(12, 80));
    const placing = {
      traineeId,
      employerId: random.pick(stage.employers),
      positionTitle: random.pick(POSITIONS[track]),
      startedOn,
      trackId: required(stage.tracks.get(track), track),
    };
    stage.timeline.at(instantOf(startedOn, '11:00') - random.whole(0, 5) * A_DAY, async () => {
      if (stage.placed.has(traineeId)) return;
      stage.placed.add(traineeId);
      done(
        await stage.get(RecordPlacement).execute(stage.coordinator, placing),
        `a placement on ${dayOf(stage.clock.now())}`,
      );
    });
  }
}
