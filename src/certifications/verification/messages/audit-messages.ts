import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const verificationAuditMessages = defineMessages({
  'act.certificates.verified': { zh: '用接口核验证书', en: 'Verified certificates by API' },
  'act.certificates.listSent': { zh: '上传核验名单', en: 'Uploaded a verification list' },
  'act.certificates.listStarted': { zh: '开始核验名单', en: 'Started a verification list' },
  'act.certificates.listDiscarded': { zh: '放弃未核验的名单', en: 'Discarded a verification list' },
  'detail.filename': { zh: '文件', en: 'File' },
  'act.certificates.alarmSeen': { zh: '处理异常核验提醒', en: 'Reviewed unusual verifications' },
  'act.certificates.listStopped': { zh: '停止核验名单', en: 'Stopped a verification list' },
  'act.certificates.listResumed': { zh: '继续核验名单', en: 'Resumed a verification list' },
});
