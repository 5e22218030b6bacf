import { defineMessages } from '../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const traineeAuditMessages = defineMessages({
  'act.trainee.registered': { zh: '登记学员', en: 'Added a trainee' },
  'act.trainee.signedUp': { zh: '学员注册', en: 'Signed up' },
  'act.trainee.changed': { zh: '修改学员资料', en: 'Changed a trainee' },
  'act.trainee.imported': { zh: '导入学员', en: 'Imported trainees' },
  'act.trainee.recordClaimed': { zh: '关联学员记录', en: 'Linked a record to an account' },
  'subject.trainee': { zh: '学员', en: 'Trainee' },
  'subject.import': { zh: '导入', en: 'Import' },
  'detail.faulty': { zh: '有误', en: 'Faulty' },
  'detail.latinName': { zh: '拼音姓名', en: 'Latin name' },
  'detail.workplace': { zh: '工作单位', en: 'Workplace' },
  'detail.education': { zh: '学历', en: 'Education' },
  'detail.bornOn': { zh: '出生日期', en: 'Date of birth' },
  'detail.note': { zh: '备注', en: 'Note' },
  'detail.added': { zh: '新增', en: 'Added' },
  'detail.updated': { zh: '更新', en: 'Updated' },
  'detail.skipped': { zh: '跳过', en: 'Skipped' },
});
