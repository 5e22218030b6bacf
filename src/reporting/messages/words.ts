import { defineWords, refusalWords } from '../../platform/index.js';
import type { ReportingRefusalCode } from '../domain/refusals.js';
import { reportingAuditWords } from './audit-words.js';
import { homeWords } from './home-words.js';
import { licenceReportWords } from './licence-report-words.js';
import { outputWords } from './output-words.js';
import { tasksWords } from './tasks-words.js';
import { todayWords } from './today-words.js';
import { trainingWords } from './training-words.js';

export const reportingWords = {
  ...reportingAuditWords,
  ...defineWords({
    ...refusalWords<ReportingRefusalCode>({
      targetNotWhole: {
        zh: '“{typed}”不是人数。请填整数，例如 120；没有指标就留空。',
        en: '“{typed}” is not a number of people. Write a whole number, such as 120, or leave it empty for no target.',
      },
      targetOutOfRange: { zh: '一项指标最多填 {most} 人。', en: 'A target is at most {most} people.' },
      targetYearOutOfRange: { zh: '年份须在 {first} 到 {last} 之间。', en: 'Choose a year from {first} to {last}.' },
      targetTrackUnknown: {
        zh: '这个方向已不存在，请重新打开本页再填。',
        en: 'This track no longer exists. Open the page again.',
      },
    }),
    ...outputWords,
    ...tasksWords,
    ...todayWords,
    ...homeWords,
    ...trainingWords,
    ...licenceReportWords,
  }),
};
