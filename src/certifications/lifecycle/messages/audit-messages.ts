import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const lifecycleAuditMessages = defineMessages({
  'act.certificate.revoked': { zh: '吊销证书', en: 'Revoked a certificate' },
  'act.certificate.reissued': { zh: '换发证书', en: 'Reissued a certificate' },
  'act.certificate.renewed': { zh: '续证', en: 'Renewed a certificate' },
  'act.renewal.requested': { zh: '申请续证', en: 'Requested a renewal' },
  'act.renewal.declined': { zh: '不予续证', en: 'Declined a renewal' },
  'act.renewalRule.changed': { zh: '修改续证规则', en: 'Changed a renewal rule' },
  'act.expiryReminders.sent': { zh: '发送到期提醒', en: 'Sent expiry reminders' },
  'act.certificateBatch.begun': { zh: '开始批量办理证书', en: 'Started a bulk action on certificates' },
  'act.certificateBatch.stopped': { zh: '停下批量办理', en: 'Paused a bulk action on certificates' },
  'act.certificateBatch.resumed': { zh: '继续批量办理', en: 'Resumed a bulk action on certificates' },
  'subject.certificateBatch': { zh: '证书批量办理', en: 'Bulk action on certificates' },
  'detail.replacedBy': { zh: '换发为', en: 'Replaced by' },
  'detail.nameBefore': { zh: '原名', en: 'Previous name' },
  'detail.reasonClass': { zh: '原因类别', en: 'Kind of reason' },
  'value.issuedInError': { zh: '颁发有误', en: 'Issued in error' },
  'value.requirementsNotMet': { zh: '未达到取得条件', en: 'Requirements not met' },
  'value.misconduct': { zh: '违规或舞弊', en: 'Misconduct' },
  'value.dataWrong': { zh: '证书内容有误', en: 'Incorrect details' },
  'value.holderAsked': { zh: '持证人申请', en: 'Requested by the holder' },
  'value.keyCompromised': { zh: '签名密钥不再可信', en: 'Signing key no longer trusted' },
  'value.other': { zh: '其他原因', en: 'Other reason' },
  'value.nameCorrected': { zh: '姓名写错', en: 'Name misspelt' },
  'value.nameChanged': { zh: '持证人改名', en: 'Holder changed name' },
  'value.revokedByMistake': { zh: '误吊销，重新颁发', en: 'Revoked by mistake, issued again' },
});
