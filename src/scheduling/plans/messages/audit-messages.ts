import { defineMessages } from '../../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const planAuditMessages = defineMessages({
  'act.plan.opened': { zh: '新建调课方案', en: 'Opened a draft plan' },
  'act.plan.changed': { zh: '修改调课方案', en: 'Changed a draft plan' },
  'act.plan.published': { zh: '发布调课方案', en: 'Published a draft plan' },
  'act.plan.discarded': { zh: '作废调课方案', en: 'Discarded a draft plan' },
  'subject.plan': { zh: '调课方案', en: 'Draft plan' },
  'detail.changes': { zh: '变更', en: 'Changes' },
});
