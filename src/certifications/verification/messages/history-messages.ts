import { defineMessages } from '../../../platform/index.js';

export const historyMessages = {
  ...defineMessages({
    'verification_history.title': { zh: '核验记录', en: 'Verification history' },
    'verification_history.lead': {
      zh: '本单位的每一次核验：页面、名单和程序。',
      en: 'Every verification by your company: on the page, by list and by API.',
    },
    'verification_history.count': {
      zh: '共 {count} 条',
      en: { one: '{count} verification', other: '{count} verifications' },
    },
    'verification_history.none': { zh: '还没有核验过证书', en: 'No certificates verified yet' },
    'verification_history.none_text': {
      zh: '在页面、用名单或接口核验后，记录出现在这里。',
      en: 'Verifications on the page, by list or by API appear here.',
    },
    'verification_history.kept': {
      zh: '对上证书的核验保留 {checks} 天，对不上的保留 {misses} 天。',
      en: 'Verifications that found a certificate are kept for {checks} days, others for {misses}.',
    },
    'verification_history.kept_longer': { zh: '需要更久请下载留存。', en: 'Download what you need to keep longer.' },
    'verification_history.a_file': { zh: '上传的文件', en: 'A file' },
    'act.traces.removed': { zh: '删除到期的查看与核验记录', en: 'Removed expired views and verifications' },
    'act.certificate.verified': { zh: '在页面核验证书', en: 'Verified a certificate on the page' },
    'subject.trace': { zh: '查看与核验记录', en: 'Views and verifications' },
    'detail.lists': { zh: '名单', en: 'Lists' },
    'detail.looks': { zh: '查看', en: 'Views' },
    'detail.checks': { zh: '核验', en: 'Verifications' },
    'detail.receipts': { zh: '回执', en: 'Receipts' },
    'office_checks.title': { zh: '核验与通知', en: 'Verifications and webhooks' },
    'office_checks.lead': {
      zh: '这个单位核验过的证书：页面、名单和程序。',
      en: 'Certificates that this employer verified: on the page, by list and by API.',
    },
    'office_checks.none': { zh: '这个单位还没有核验过证书', en: 'This employer has not verified any certificates yet' },
    'office_checks.none_text': {
      zh: '它的联系人或程序核验后，记录出现在这里。',
      en: 'Verifications by its people and programs appear here.',
    },
    'office_checks.alarm': {
      zh: '这个单位的核验方式异常，部分核验没有答复',
      en: 'This employer’s verifications look unusual; some were not answered',
    },
    'office_checks.alarm_name': {
      zh: '同一个姓名试了 10 个以上不同的编号：{withheld} 次未答复，最近一次 {lastAt:moment}（24 小时内共 {misses} 次不相符）',
      en: 'One name with more than ten different numbers: {withheld} not answered, most recently at {lastAt:moment} ({misses} mismatches within 24 hours)',
    },
    'office_checks.alarm_misses': {
      zh: '24 小时内有 {misses} 次不相符，之后 {withheld} 次未答复，最近一次 {lastAt:moment}',
      en: '{misses} mismatches within 24 hours; after that {withheld} not answered, most recently at {lastAt:moment}',
    },
    'office_checks.alarm_text': {
      zh: '可能是名单有误（例如选错了列），也可能有人在用姓名查找证书。请联系这个单位；确有问题时，到“访问权限”吊销它的密钥。',
      en: 'Its list may be wrong (the wrong column, for example), or somebody is searching for certificates by name. Contact the employer; if something is wrong, revoke its keys under “Access”.',
    },
    'office_checks.see': { zh: '已了解，不再提醒', en: 'Mark as seen' },
    'office_checks.to_employer': { zh: '单位资料', en: 'Employer' },
    'office_checks.to_access': { zh: '访问权限', en: 'Access' },
    'office_checks.seen': { zh: '已记下，待办中不再提醒。', en: 'Marked as seen. The task is done.' },
    'office_checks.webhooks': { zh: '状态通知', en: 'Webhooks' },
    'office_checks.no_webhooks': { zh: '没有通知地址。', en: 'No webhook addresses.' },
    'office_checks.messages': { zh: '发送情况', en: 'Messages' },
    'office_checks.sent': { zh: '{count} 条送达', en: '{count} delivered' },
    'office_checks.pending': { zh: '{count} 条待发送', en: '{count} pending' },
    'office_checks.failed': { zh: '{count} 条已放弃', en: '{count} failed' },
    'office_checks.last': { zh: '最近一次 {at:moment}', en: 'last at {at:moment}' },
    'verification_history.from': { zh: '从', en: 'From' },
    'verification_history.until': { zh: '到', en: 'Until' },
    'verification_history.to_home': { zh: '上传名单', en: 'Upload a list' },
  }),
};
