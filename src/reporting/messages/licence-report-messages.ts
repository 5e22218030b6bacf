import { defineMessages } from '../../platform/index.js';

export const licenceReportMessages = defineMessages({
  'licence_report.lead': {
    zh: '谁在什么时候、依据哪份协议用了哪些正版软件。期间：{span}。',
    en: 'Who used which licensed software, when, and under which agreement. Period: {span}.',
  },
  'licence_report.from': { zh: '从', en: 'From' },
  'licence_report.until': { zh: '到', en: 'Until' },
  'licence_report.pool': { zh: '软件或云实验', en: 'Software or cloud lab' },
  'licence_report.fault_day': {
    zh: '日期请写成 2026-3-9 或 3月9日；下面按今年列出。',
    en: 'Write dates like 2026-3-9 or 9 March. The report below covers this year.',
  },
  'licence_report.fault_order': {
    zh: '结束日期早于开始日期，请修改其中一个。',
    en: 'The end date is before the start date. Change one of them.',
  },
  'licence_report.download': { zh: '下载 CSV', en: 'Download CSV' },
  'licence_report.by_product': { zh: '各软件的用量', en: 'Use by product' },
  'licence_report.seat_hours': { zh: '席位小时', en: 'Seat-hours' },
  'licence_report.peak': { zh: '高峰用量', en: 'Peak use' },
  'licence_report.peak_of': { zh: '最多 {peak} / {of} 席', en: '{peak} of {of} seats' },
  'licence_report.peak_note': {
    zh: '高峰是同一时刻占用的最多席位。席位不足的课次不能排入课表。',
    en: 'The highest number of seats in use at one moment. Sessions that would need more seats than the pool has are refused.',
  },
  'licence_report.sessions': { zh: '课次', en: 'Sessions' },
  'licence_report.count': {
    zh: '{count} 条使用记录，共 {hours} 席位小时',
    en: { one: '{count} use, {hours} seat-hours', other: '{count} uses, {hours} seat-hours' },
  },
  'licence_report.course': { zh: '课程', en: 'Course' },
  'licence_report.start': { zh: '上课', en: 'Start' },
  'licence_report.end': { zh: '下课', en: 'End' },
  'licence_report.used': { zh: '占用席位', en: 'Seats used' },
  'licence_report.enrolled': { zh: '在册学员', en: 'Enrolled' },
  'licence_report.present': { zh: '出勤', en: 'Present' },
  'licence_report.not_marked': { zh: '未点名', en: 'No register' },
  'licence_report.none': { zh: '这段时间没有使用记录', en: 'No use in this period' },
  'licence_report.none_text': {
    zh: '换一段时间，或在排课时为课次选择软件授权。',
    en: 'Choose another period, or assign licences when you schedule sessions.',
  },
});
