import { defineMessages } from '../../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const calendarAuditMessages = defineMessages({
  'act.calendar.noticeLoaded': { zh: '载入放假通知', en: 'Loaded a holiday notice' },
  'act.calendar.closureDeclared': { zh: '登记停课', en: 'Declared a closure' },
  'act.calendar.closureLifted': { zh: '撤销停课', en: 'Lifted a closure' },
  'act.calendar.holidayEntered': { zh: '录入假期', en: 'Entered a holiday' },
  'act.calendar.holidayRemoved': { zh: '删除假期', en: 'Removed a holiday' },
  'act.calendar.makeUpDayEntered': { zh: '录入调休上班日', en: 'Entered a make-up workday' },
  'act.calendar.makeUpDayRemoved': { zh: '删除调休上班日', en: 'Removed a make-up workday' },
  'act.calendar.makeUpDayFollows': { zh: '设定调休日按哪天课表', en: 'Set whose timetable a make-up workday follows' },
  'subject.calendar': { zh: '校历', en: 'Calendar' },
  'detail.papers': { zh: '通知原文', en: 'Original notices' },
  'detail.year': { zh: '年份', en: 'Year' },
});
