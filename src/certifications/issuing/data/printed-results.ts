import { attendanceShare, type EnrolmentOutcome } from '../../../attendance/index.js';
import type { PrintedResult } from '../../core/index.js';

/** Results of an enrolment as printed: attendance rate and each assessment's score. */
export function printedResultsOf({ scores, ...tally }: EnrolmentOutcome): PrintedResult[] {
  const share = attendanceShare(tally);
  return [
    ...(share === null ? [] : [{ nameZh: '出勤率', nameEn: 'Attendance', value: `${Math.round(share * 100)} %` }]),
    ...scores.flatMap(({ nameZh, nameEn, fullScore, score }) =>
      score === null ? [] : [{ nameZh, nameEn, value: fullScore === 100 ? String(score) : `${score}/${fullScore}` }],
    ),
  ];
}
