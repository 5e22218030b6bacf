import { defineMessages } from '../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const attendanceAuditMessages = defineMessages({
  'act.register.marked': { zh: '点名', en: 'Marked a register' },
  'act.attendance.marked': { zh: '点名', en: 'Marked attendance' },
  'act.attendance.changed': { zh: '更改考勤', en: 'Changed attendance' },
  'act.assessment.added': { zh: '添加考核', en: 'Added an assessment' },
  'act.assessment.changed': { zh: '修改考核', en: 'Changed an assessment' },
  'act.assessment.removed': { zh: '移除考核', en: 'Removed an assessment' },
  'act.results.recorded': { zh: '录入成绩', en: 'Recorded results' },
  'act.result.recorded': { zh: '录入成绩', en: 'Recorded a result' },
  'subject.assessment': { zh: '考核', en: 'Assessment' },
  'detail.present': { zh: '出勤', en: 'Present' },
  'detail.late': { zh: '迟到', en: 'Late' },
  'detail.excused': { zh: '请假', en: 'Excused' },
  'detail.absent': { zh: '缺勤', en: 'Absent' },
  'detail.leftWaiting': { zh: '仍在候补', en: 'Left waiting' },
  'value.exam': { zh: '考试', en: 'Exam' },
  'value.practical': { zh: '实操', en: 'Practical' },
  'value.project': { zh: '项目', en: 'Project' },
});
