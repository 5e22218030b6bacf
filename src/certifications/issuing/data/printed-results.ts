import { completionOf } from '../../../attendance/index.js';
import type { QueryFunction } from '../../../platform/index.js';
import type { PrintedResult } from '../../core/index.js';

/**
 * Results of everybody in a cohort, by enrolment, as printed: attendance rate and each assessment's score.
 */
export async function printedResults(
  query: QueryFunction,
  cohortId: string,
  now: number,
): Promise<ReadonlyMap<string, readonly PrintedResult[]>> {
  const { people, assessments } = await completionOf(query, cohortId, now);
  return new Map(
    people.map(({ enrolmentId, share, scores }) => [
      enrolmentId,
      [
        ...(share === null ? [] : [{ nameZh: '出勤率', nameEn: 'Attendance', value: `${Math.round(share * 100)} %` }]),
        ...assessments.flatMap(({ nameZh, nameEn, fullScore }, at) => {
          const score = scores[at] ?? null;
          return score === null
            ? []
            : [{ nameZh, nameEn, value: fullScore === 100 ? String(score) : `${score}/${fullScore}` }];
        }),
      ],
    ]),
  );
}
