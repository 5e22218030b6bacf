import { defineMessages } from '../../platform/index.js';

/** Labels of the audit trail: actions and changed fields. */
export const employerAuditMessages = defineMessages({
  'act.employer.added': { zh: '添加单位', en: 'Added an employer' },
  'act.employer.changed': { zh: '修改单位', en: 'Changed an employer' },
  'act.employerKey.made': { zh: '生成接口密钥', en: 'Created an API key' },
  'act.employerKey.revoked': { zh: '吊销接口密钥', en: 'Revoked an API key' },
  'act.employerContact.added': { zh: '添加单位联系人', en: 'Added an employer’s contact' },
  'act.employerContact.removed': { zh: '移除单位联系人', en: 'Removed an employer’s contact' },
  'act.placement.recorded': { zh: '登记就业', en: 'Recorded a placement' },
  'act.placement.ended': { zh: '结束就业记录', en: 'Ended a placement' },
  'subject.employer': { zh: '单位', en: 'Employer' },
  'subject.placement': { zh: '就业', en: 'Placement' },
  'detail.startedOn': { zh: '入职', en: 'Started' },
  'detail.endedOn': { zh: '离职', en: 'Ended' },
  'detail.scopes': { zh: '权限', en: 'Permissions' },
  'value.verifications:make': { zh: '核验证书', en: 'Verify certificates' },
  'value.verifications:read': { zh: '读取核验记录', en: 'Read past verifications' },
});
