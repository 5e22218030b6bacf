import { defineMessages } from '../../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const sessionAuditMessages = defineMessages({
  'act.session.scheduled': { zh: '排课', en: 'Scheduled sessions' },
  'act.session.moved': { zh: '调整课次', en: 'Moved a session' },
  'act.session.restored': { zh: '恢复课次', en: 'Restored a session' },
  'act.session.cancelled': { zh: '取消课次', en: 'Cancelled a session' },
  'act.session.held': { zh: '课次已上', en: 'Held a session' },
  'subject.session': { zh: '课次', en: 'Session' },
  'value.hand': { zh: '手动', en: 'By hand' },
  'value.repair': { zh: '修复', en: 'Repair' },
  'value.pattern': { zh: '按周排课', en: 'Weekly pattern' },
  'value.planned': { zh: '已排', en: 'Planned' },
  'value.held': { zh: '已上', en: 'Held' },
});
