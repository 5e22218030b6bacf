import type { Mark } from '../../../../src/attendance/domain/marks.js';
import type { DemoAssessment } from './assessments.js';
import { SeededRandom } from './seeded-random.js';

/** One trainee's attendance and scores in one cohort: deterministic, independent of the order of calls. */
export interface Conduct {
  /** One for each session. */
  readonly marks: readonly Mark[];
  /** One for each assessment. */
  readonly scores: readonly number[];
}

const EXCUSES = ['公司临时出差', '发热请假', '项目上线值班', '家中有事'];

interface Asked {
  readonly cohort: string;
  readonly trainee: number;
  readonly finishes: boolean;
  readonly sessions: number;
  readonly assessments: readonly DemoAssessment[];
}

export function conductOf({ cohort, trainee, finishes, sessions, assessments }: Asked): Conduct {
  const random = new SeededRandom(`${cohort}/${trainee}`);
  const failsByAbsence = !finishes && random.chance(0.55);
  let mayMiss = failsByAbsence ? sessions : Math.floor(sessions * 0.2);
  const staysAway = failsByAbsence ? 0.6 : 0.06;
  const marks = Array.from({ length: sessions }, (_, at): Mark => {
    const mustMiss = failsByAbsence && at >= sessions - Math.floor(sessions * 0.2) - 1;
    if (mustMiss || (mayMiss > 0 && random.chance(staysAway))) {
      mayMiss -= 1;
      return !failsByAbsence && sessions > 4 && random.chance(0.3) ? 'excused' : 'absent';
    }
    return random.chance(0.06) ? 'late' : 'present';
  });
  const passes = finishes || failsByAbsence;
  return { marks, scores: assessments.map((assessment) => scoreIn(assessment, passes, random)) };
}

/** The reason of an excused mark, or `null` for any other mark. */
export function excuseFor(mark: Mark, cohort: string, trainee: number): string | null {
  return mark === 'excused' ? new SeededRandom(`why ${cohort}/${trainee}`).pick(EXCUSES) : null;
}

function scoreIn({ passScore, fullScore }: DemoAssessment, passes: boolean, random: SeededRandom): number {
  const share = (random.next() + random.next()) / 2;
  return passes
    ? passScore + Math.round(share * (fullScore - passScore))
    : Math.round((0.4 + share * 0.55) * passScore);
}
