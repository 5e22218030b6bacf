import { refusalMessages } from '../../../platform/index.js';
import type { HitsCode } from '../../core/index.js';
import type { HolidayFileRefusalCode } from '../domain/holiday-file.js';
import type { NoticeByHandRefusalCode } from '../domain/notice-by-hand.js';
import type { CalendarRefusalCode } from '../domain/refusals.js';

export const calendarRefusalMessages = refusalMessages<
  Exclude<CalendarRefusalCode | NoticeByHandRefusalCode | HolidayFileRefusalCode, HitsCode>
>({
  closureReversed: {
    zh: '结束日（{until:day}）早于开始日（{from:day}），请改日期。',
    en: 'The last day ({until:day}) is before the first ({from:day}). Change a date.',
  },
  closureTooLong: {
    zh: '一次最多停课 {most} 天，这里是 {asked} 天，请分段登记。',
    en: 'A closure can last at most {most} days; this one has {asked}. Declare it in parts.',
  },
  closureNothingNew: {
    zh: '{from:day} 至 {until:day} 本来就放假或停课。',
    en: 'The academy is already closed from {from:day} to {until:day}.',
  },
  holidayFileMissing: {
    zh: '请先选择放假通知文件（JSON）。',
    en: 'Choose the file of the holiday notice (JSON) first.',
  },
  noticeChangedMeanwhile: {
    zh: '你查看之后，{year} 年的日子又有改动，所以什么也没有载入。请核对下面的最新变化。',
    en: 'The days of {year} have changed since you viewed them, so nothing was loaded. Check the updated changes below.',
  },
  dayOfOtherNotice: {
    zh: '{date:day} 已在另一年的通知里，请到那一年修改。',
    en: '{date:day} belongs to the notice of another year. Change it there.',
  },
  holidayReversed: {
    zh: '假期的最后一天（{until:day}）早于第一天（{from:day}），请改日期。',
    en: 'The last day ({until:day}) is before the first ({from:day}). Change a date.',
  },
  holidayTooLong: {
    zh: '一个假期最多 {most} 天，这里是 {asked} 天，请核对日期。',
    en: 'A holiday can last at most {most} days; this one has {asked}. Check the dates.',
  },
  holidayNothingNew: {
    zh: '{from:day} 至 {until:day} 已是这个假期，没有变化。',
    en: 'This holiday is already entered, from {from:day} to {until:day}.',
  },
  holidayOnMakeUpDay: {
    zh: '{date:day} 是调休上班日，不能同时放假。请先删除这个上班日，或改日期。',
    en: '{date:day} is a make-up workday and cannot also be a holiday. Remove the make-up workday first, or change the dates.',
  },
  makeUpOnHoliday: {
    zh: '{date:day} 放假，不能同时上班。请先删除这天的假期，或改日期。',
    en: '{date:day} is a holiday and cannot also be a workday. Remove the holiday first, or change the date.',
  },
  makeUpNotAtWeekend: {
    zh: '{date:day} 本来就是工作日。调休上班日应是周六或周日，请核对日期。',
    en: '{date:day} is already a workday. A make-up workday is a Saturday or Sunday; check the date.',
  },
  makeUpNothingNew: { zh: '{date:day} 已是这样登记的，没有变化。', en: '{date:day} is already entered like this.' },
  dayOutsideNotice: {
    zh: '{date:day} 不属于这一年的通知，请填 {first:day} 至 {last:day} 之间的日子。',
    en: '{date:day} does not belong to this year’s notice. Enter a day from {first:day} to {last:day}.',
  },
  holidayFileTooLarge: {
    zh: '文件有 {found} 个字符，超过 {most}，不像放假通知。什么也没有载入，请核对选的是哪个文件。',
    en: 'The file has {found} characters, more than {most}, so it is not a holiday notice. Nothing was loaded; check which file you chose.',
  },
  holidayFileNotUtf8: {
    zh: '第 {line} 行起不是 UTF-8 文字：可能选了图片，或文件存成了 GBK。什么也没有载入，请另存为 UTF-8 后再选。',
    en: 'From line {line} on this is not UTF-8 text. It may be a picture, or a file saved as GBK. Nothing was loaded; save it as UTF-8 and choose it again.',
  },
  holidayFileNotJson: {
    zh: '第 {line} 行起不是有效的 JSON。什么也没有载入，改好后再选一次。',
    en: 'From line {line} on this is not valid JSON. Nothing was loaded; correct the file and choose it again.',
  },
  holidayFileKeyTooLong: {
    zh: '第 {line} 行有一个名称超过 {most} 个字符，不像放假通知。什么也没有载入，请核对选的是哪个文件。',
    en: 'Line {line} has a key of more than {most} characters, so this is not a holiday notice. Nothing was loaded; check which file you chose.',
  },
  holidayFileTooManyValues: {
    zh: '到第 {line} 行已超过 {most} 个值，不像放假通知。什么也没有载入，请核对选的是哪个文件。',
    en: 'By line {line} the file has more than {most} values, so it is not a holiday notice. Nothing was loaded; check which file you chose.',
  },
  holidayFileNotANotice: {
    zh: '这不是放假通知：第 {line} 行应有 year 与 days。什么也没有载入。',
    en: 'This is not a holiday notice: year and days are missing at line {line}. Nothing was loaded.',
  },
  holidayFileBadYear: {
    zh: '第 {line} 行：year 应是年份，如 2026，这里是 {found}。',
    en: 'Line {line}: year should be a year such as 2026, not {found}.',
  },
  holidayFileBadDate: {
    zh: '第 {line} 行：{path} 应是真实日期，如 2026-02-17，这里是 {found}。',
    en: 'Line {line}: {path} should be a real date such as 2026-02-17, not {found}.',
  },
  holidayFileDateOutsideNotice: {
    zh: '第 {line} 行：{found} 不属于这一年的通知。',
    en: 'Line {line}: {found} does not belong to this year’s notice.',
  },
  holidayFileDateTwice: { zh: '第 {line} 行：{found} 出现了两次。', en: 'Line {line}: {found} appears twice.' },
  holidayFileBadName: {
    zh: '第 {line} 行：{path} 应是节日名称（40 字以内），这里是 {found}。',
    en: 'Line {line}: {path} should be the holiday’s name (at most 40 characters), not {found}.',
  },
  holidayFileBadOffDay: {
    zh: '第 {line} 行：{path} 应是 true 或 false，这里是 {found}。',
    en: 'Line {line}: {path} should be true or false, not {found}.',
  },
});
