import { defineMessages } from '../../../platform/index.js';

/** Many certificates at once, and the filters that find them. */
export const batchMessages = defineMessages({
  'certificate.due': { zh: '到期与续证', en: 'Expiry and renewal' },
  'certificate.due_30': { zh: '30 天内到期', en: 'Expires within 30 days' },
  'certificate.due_60': { zh: '60 天内到期', en: 'Expires within 60 days' },
  'certificate.due_90': { zh: '90 天内到期', en: 'Expires within 90 days' },
  'certificate.due_past': { zh: '已过期未续', en: 'Expired, not renewed' },
  'certificate.due_asked': { zh: '已申请续证', en: 'Renewal requested' },
  'batch.choose': { zh: '选择 {number}', en: 'Select {number}' },
  'batch.choose_all': { zh: '全选本页', en: 'Select all on this page' },
  'batch.all_found': {
    zh: '选择筛选出的全部 {count} 份',
    en: { one: 'Select the {count} result', other: 'Select all {count} results' },
  },
  'batch.to_renewals': { zh: '续证…', en: 'Renew…' },
  'batch.to_revocations': { zh: '吊销…', en: 'Revoke…' },
  'batch.preview_first': { zh: '先预览，确认后才办理。', en: 'Nothing happens until you confirm the preview.' },
  'batch.cannot': { zh: '还不能办理', en: 'Nothing to process' },
  'batch.told': { zh: '通知', en: 'Notification' },
  'batch.told_by_mail': { zh: '邮件', en: 'Email' },
  'batch.told_not': { zh: '没有邮箱', en: 'No email address' },
  'batch.unchecked': { zh: '未能核对', en: 'Could not be checked' },
  'batch.others': {
    zh: '不能办理的 {count} 份',
    en: { one: '{count} that cannot be processed', other: '{count} that cannot be processed' },
  },
  'batch.consequence_mail': {
    zh: '{count} 份中有 {told} 份的学员会收到邮件；没有登记邮箱的请另行告知。',
    en: '{told} of {count} trainees will receive an email. The others have no address on record: please tell them yourself.',
  },
  'batch.consequence_job': {
    zh: '逐份办理，可以离开页面，随时停下或继续；一份办不了不影响其余。',
    en: 'Certificates are processed one by one. You can leave this page, pause and resume. If one is refused, the rest continue.',
  },
  'batch.revocations_title': { zh: '批量吊销', en: 'Bulk revocation' },
  'batch.revoke_heading': {
    zh: '吊销 {count} 份证书，不能撤回',
    en: {
      one: 'Revoke {count} certificate? This cannot be undone',
      other: 'Revoke {count} certificates? This cannot be undone',
    },
  },
  'batch.revoke_act': {
    zh: '吊销 {count} 份',
    en: { one: 'Revoke {count} certificate', other: 'Revoke {count} certificates' },
  },
  'batch.revoke_ready': {
    zh: '将吊销的 {count} 份',
    en: { one: '{count} to be revoked', other: '{count} to be revoked' },
  },
  'batch.reason': { zh: '公开的吊销原因（每份相同）', en: 'Public reason (the same for all)' },
  'batch.renewals_title': { zh: '批量续证', en: 'Bulk renewal' },
  'batch.renew_act': {
    zh: '续证 {count} 份',
    en: { one: 'Renew {count} certificate', other: 'Renew {count} certificates' },
  },
  'batch.renew_ready': {
    zh: '将续证的 {count} 份',
    en: { one: '{count} to be renewed', other: '{count} to be renewed' },
  },
  'batch.title_revocation': { zh: '批量吊销', en: 'Bulk revocation' },
  'batch.title_renewal': { zh: '批量续证', en: 'Bulk renewal' },
  'batch.begun': { zh: '{by} 于 {at:moment} 开始', en: 'Started by {by} on {at:moment}' },
  'batch.count_revocation': { zh: '已吊销 {done} 份，未办理 {refused} 份', en: '{done} revoked, {refused} refused' },
  'batch.count_renewal': { zh: '已续证 {done} 份，未办理 {refused} 份', en: '{done} renewed, {refused} refused' },
  'batch.state': { zh: '办理情况', en: 'Result' },
  'batch.revocation_waiting': { zh: '等待', en: 'Waiting' },
  'batch.revocation_done': { zh: '已吊销', en: 'Revoked' },
  'batch.revocation_refused': { zh: '未吊销', en: 'Not revoked' },
  'batch.revocation_unchecked': { zh: '无法核实', en: 'Could not check' },
  'batch.renewal_waiting': { zh: '等待', en: 'Waiting' },
  'batch.renewal_done': { zh: '已续证', en: 'Renewed' },
  'batch.renewal_refused': { zh: '未续证', en: 'Not renewed' },
  'batch.renewal_unchecked': { zh: '无法核实', en: 'Could not check' },
});
