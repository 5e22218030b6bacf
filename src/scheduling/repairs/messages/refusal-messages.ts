import { refusalMessages } from '../../../platform/index.js';
import type { TimetableRefusalCode } from '../../core/index.js';
import type { NoPlaceCode, RepairReasonCode } from '../domain/repair.js';

export const repairRefusalMessages = refusalMessages<Exclude<RepairReasonCode | NoPlaceCode, TimetableRefusalCode>>({
  dayIsClosed: { zh: '{day:dayShort} {dayZh}不上课', en: '{day:dayShort} is closed: {dayEn}' },
  sessionMakesWay: {
    zh: '给 {cohort} 第 {number} 次课让出时间',
    en: 'Moves to make room for {cohort}, session {number}',
  },
  repairNoDay: {
    zh: '{cohort} 的日期（{from:day} 至 {until:day}）里，没有别的合适的日子了。',
    en: 'There is no other suitable day within the dates of {cohort}, {from:day} to {until:day}.',
  },
  repairCohortHasNoTime: {
    zh: '{from:day} 至 {until:day} 试了 {tried} 天，其中 {days} 天本班自己都在上课。',
    en: '{tried} days between {from:day} and {until:day} were tried; on {days} of them the cohort already has sessions.',
  },
  repairInstructorHasNoTime: {
    zh: '{from:day} 至 {until:day} 试了 {tried} 天，其中 {days} 天{instructorZh}不能来，也没有别的有资格的讲师有空；最常挡住的是 {other}。',
    en: '{tried} days between {from:day} and {until:day} were tried; on {days} of them {instructorEn} is not available and no other qualified instructor is free. Most frequent conflict: {other}.',
  },
  repairNoRoom: {
    zh: '{from:day} 至 {until:day} 试了 {tried} 天，其中 {days} 天没有 {seats} 个座位的空教室；最常占着的是 {other}。',
    en: '{tried} days between {from:day} and {until:day} were tried; on {days} of them no room with {seats} seats is free. Most frequent conflict: {other}.',
  },
  repairNoLicence: {
    zh: '{from:day} 至 {until:day} 试了 {tried} 天，其中 {days} 天软件授权或云实验席位不够，或已到期；最常占着的是 {other}。',
    en: '{tried} days between {from:day} and {until:day} were tried; on {days} of them its licences have too few seats or have expired. Most frequent conflict: {other}.',
  },
  repairNothingFits: {
    zh: '{from:day} 至 {until:day} 试了 {tried} 天，都不行。',
    en: '{tried} days between {from:day} and {until:day} were tried; none is possible.',
  },
  repairHelpLater: {
    zh: '如果 {cohort} 可以晚于 {endsOn:day} 结束，{date:dayShort} {startsAt:clock} 就排得下。',
    en: 'If {cohort} may end later than {endsOn:day}, {date:dayShort}, {startsAt:clock} is possible.',
  },
  repairHelpQualify: {
    zh: '再给一位讲师登记这门课的授课资格，就多一个人选。',
    en: 'It would help to record a qualification for this course for another instructor.',
  },
  repairHelpRoom: {
    zh: '再开放一间至少 {seats} 个座位的教室，就排得下。',
    en: 'Another room with at least {seats} seats would help.',
  },
  repairHelpByHand: {
    zh: '请手动为第 {number} 次课另选时间，或取消它。',
    en: 'Choose another time for session {number} by hand, or cancel it.',
  },
});
