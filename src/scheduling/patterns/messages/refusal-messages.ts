import { refusalMessages } from '../../../platform/index.js';
import type { PatternRefusalCode } from '../domain/weekly-pattern-rules.js';

export const patternRefusalMessages = refusalMessages<PatternRefusalCode>({
  patternStartDateMalformed: {
    zh: '“{found}”不是日期，请写成 2026-3-9 或 3月9日。',
    en: '“{found}” is not a date. Write a date such as 2026-3-9 or 9 March.',
  },
  patternNoWeekday: { zh: '请至少选一个星期几。', en: 'Choose at least one weekday.' },
  patternTimeMalformed: {
    zh: '“{found}”不是时间，请写成 9:00。',
    en: '“{found}” is not a time. Write a time such as 9:00.',
  },
  patternEndBeforeStart: {
    zh: '下课（{endTime}）早于上课（{startTime}），请改时间。',
    en: 'It would end at {endTime}, before it starts at {startTime}. Change a time.',
  },
  patternCrossesMidnight: {
    zh: '{startTime} 到次日 {endTime} 跨过了午夜，请在 24:00 前下课。',
    en: '{startTime} to {endTime} crosses midnight. End it before midnight.',
  },
  patternMeetingsOverlap: {
    zh: '同一天的两段时间重叠：{one} 与 {other}。',
    en: 'Two meetings on the same day overlap: {one} and {other}.',
  },
  patternEveryNWeeksOutOfRange: { zh: '间隔请填 1 到 {most} 周。', en: 'Choose every 1 to {most} weeks.' },
  patternSessionsMalformed: { zh: '次数请填 1 到 {most}。', en: 'Enter a number of sessions from 1 to {most}.' },
  patternTooManySessions: {
    zh: '共 {asked} 次，一次最多排 {most} 次，请分两段排。',
    en: 'That makes {asked} sessions; you can schedule at most {most} at once. Schedule them in two parts.',
  },
  patternHoursMalformed: { zh: '课时请填 1 到 {most}。', en: 'Enter a number of hours from 1 to {most}.' },
  patternLastDateMalformed: {
    zh: '“{found}”不是日期，请写成 2026-3-9。',
    en: '“{found}” is not a date. Write a date such as 2026-3-9.',
  },
  patternLastDateBeforeStart: {
    zh: '截止日（{lastDate:day}）早于开始日（{startDate:day}）。',
    en: 'The last day ({lastDate:day}) is before the first ({startDate:day}).',
  },
  patternSkipDateMalformed: {
    zh: '跳过的日期里“{found}”不是日期。',
    en: 'In the dates to skip, “{found}” is not a date.',
  },
  patternExtraDateMalformed: {
    zh: '加课的日期里“{found}”不是日期。',
    en: 'In the extra dates, “{found}” is not a date.',
  },
  patternExtraDateBeforeStart: {
    zh: '加课日 {date:day} 早于开始日 {startDate:day}，请把开始日提前。',
    en: 'The extra date {date:day} is before the first day, {startDate:day}. Choose an earlier first day.',
  },
  patternDateSkippedAndExtra: {
    zh: '{date:day} 既跳过又加课，请留一个。',
    en: '{date:day} is both skipped and added. Keep only one of them.',
  },
  patternBreakMalformed: {
    zh: '停课时段里“{found}”不是日期，请写成 7月1日 至 7月15日。',
    en: 'In the breaks, “{found}” is not a date. Write a break such as 2026-7-1 to 2026-7-15.',
  },
  patternBreakReversed: {
    zh: '停课时段的结束（{until:day}）早于开始（{from:day}）。',
    en: 'A break ends ({until:day}) before it begins ({from:day}).',
  },
  patternMoreExtraDatesThanSessions: {
    zh: '加课日已有 {extra} 次，多于总次数 {sessions}。',
    en: 'The extra dates alone make {extra} sessions, more than the total of {sessions}.',
  },
  patternYieldsNone: {
    zh: '这样排不出一次课：截止日前没有选中的星期几。',
    en: 'This produces no sessions: none of the chosen weekdays falls before the last day.',
  },
  patternRunsTooLong: {
    zh: '{years} 年内排不满（只排得出 {reached} 次），请多选几天或减少次数。',
    en: 'Only {reached} sessions fit within {years} years. Choose more weekdays or fewer sessions.',
  },
});
