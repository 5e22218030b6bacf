import { defineMessages } from '../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const cohortAuditMessages = defineMessages({
  'act.cohort.planned': { zh: '计划班次', en: 'Planned a cohort' },
  'act.cohort.changed': { zh: '修改班次', en: 'Changed a cohort' },
  'act.cohort.published': { zh: '发布班次', en: 'Published a cohort' },
  'act.cohort.confirmed': { zh: '确认开班', en: 'Confirmed a cohort' },
  'act.cohort.cancelled': { zh: '取消班次', en: 'Cancelled a cohort' },
  'act.cohort.restored': { zh: '恢复班次', en: 'Restored a cohort' },
  'act.cohort.decisionMoved': { zh: '改开班决定日', en: 'Moved a decision date' },
  'act.cohort.completed': { zh: '班次结业', en: 'Completed a cohort' },
  'subject.cohort': { zh: '班次', en: 'Cohort' },
  'detail.capacity': { zh: '容量', en: 'Capacity' },
  'detail.decisionOn': { zh: '开班决定日', en: 'Decision date' },
  'detail.peopleAway': { zh: '未恢复的人', en: 'People left out' },
  'detail.sessionsAway': { zh: '未恢复的课次', en: 'Sessions left out' },
  'detail.startsOn': { zh: '开班', en: 'Starts' },
  'detail.endsOn': { zh: '结束', en: 'Ends' },
  'detail.least': { zh: '最低开班人数', en: 'Minimum enrolment' },
  'value.draft': { zh: '草稿', en: 'Draft' },
  'value.tentative': { zh: '待定', en: 'Tentative' },
  'value.cancelled': { zh: '已取消', en: 'Cancelled' },
});
