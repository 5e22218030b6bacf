import sql from 'sql-template-tag';
import { AnswerSession, type InstructorAnswer, SendDueBulletins } from '../../../../src/scheduling/index.js';
import { SeededRandom } from '../content/seeded-random.js';
import { done, type DemoContext } from './stage.js';
import { A_MINUTE, A_DAY } from '../../../../src/platform/index.js';

const CONFIRMED = 0.93;
const DECLINED = 0.4;
const REASONS = ['那天要参加企业的项目评审，来不了。', '家里有事，那天请假。', '与出差冲突，抱歉。'];

interface AskedSession {
  readonly sessionId: string;
  readonly instructorId: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * The emails about a cohort's sessions are sent once the office has made no changes for a while, and a day later most
 * of the instructors have answered.
 */
export function scheduleNotifications(stage: DemoContext, cohortCode: string): void {
  const now = stage.clock.now();
  stage.timeline.at(now + 11 * A_MINUTE, () => stage.get(SendDueBulletins).execute());
  stage.timeline.at(now + A_DAY, async () => {
    const random = new SeededRandom(`answers to ${cohortCode}`);
    for (const openSession of await openSessions(stage, cohortCode)) {
      const answer = answerBy(random, openSession.startsAt >= stage.eve);
      if (answer) done(await stage.get(AnswerSession).execute(openSession, answer), `an answer for ${cohortCode}`);
    }
  });
}

function openSessions(stage: DemoContext, cohortCode: string): Promise<AskedSession[]> {
  return stage.rows<AskedSession>(sql`
    SELECT s.id AS "sessionId", t.instructor_id AS "instructorId", s.starts_at AS "startsAt", s.ends_at AS "endsAt"
    FROM session s JOIN cohort c ON c.id = s.cohort_id JOIN session_instructor t ON t.session_id = s.id
    WHERE c.code = ${cohortCode} AND s.state = 'planned' AND s.starts_at > ${stage.clock.now()} ORDER BY s.starts_at`);
}

/**
 * Sometimes an instructor does not answer, or declines a session that is still ahead today: that becomes a task of the
 * office.
 */
function answerBy(random: SeededRandom, isAhead: boolean): InstructorAnswer | null {
  if (random.chance(CONFIRMED)) return { answer: 'confirmed', said: null };
  return isAhead && random.chance(DECLINED) ? { answer: 'declined', said: random.pick(REASONS) } : null;
}
