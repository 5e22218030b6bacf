import { refusalMessages } from '../../platform/index.js';
import type { ReportingRefusalCode } from '../domain/refusals.js';

export const reportingRefusalMessages = refusalMessages<ReportingRefusalCode>({
  targetNotWhole: {
    zh: '“{typed}”不是人数。请填整数，例如 120；没有指标就留空。',
    en: '“{typed}” is not a number of people. Enter a whole number, such as 120, or leave the field empty for no target.',
  },
  targetOutOfRange: { zh: '一项指标最多填 {most} 人。', en: 'A target can be at most {most} people.' },
  targetYearOutOfRange: { zh: '年份须在 {first} 到 {last} 之间。', en: 'The year must be from {first} to {last}.' },
  targetTrackUnknown: {
    zh: '这个方向已不存在，请重新打开本页。',
    en: 'This track no longer exists. Reload the page.',
  },
});
