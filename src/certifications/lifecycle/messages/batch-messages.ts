import { defineMessages } from '../../../platform/index.js';

/** Many certificates at once, and the filters that find them. */
export const batchMessages = defineMessages({
  'certificate.due': { zh: '到期与续证', en: 'Expiry and renewal' },
  'certificate.due_30': { zh: '30 天内到期', en: 'Ends within 30 days' },
  'certificate.due_60': { zh: '60 天内到期', en: 'Ends within 60 days' },
  'certificate.due_90': { zh: '90 天内到期', en: 'Ends within 90 days' },
  'certificate.due_past': { zh: '已过期未续', en: 'Expired, not renewed' },
  'certificate.due_asked': { zh: '已申请续证', en: 'Renewal asked for' },
  'batch.choose': { zh: '选择 {number}', en: 'Choose {number}' },
  'batch.choose_all': { zh: '全选本页', en: 'Choose all on this page' },
  'batch.all_found': {
    zh: '选择筛选出的全部 {count} 份',
    en: { one: 'The {count} found', other: 'All {count} found' },
  },
  'batch.to_renewals': { zh: '续证…', en: 'Renew…' },
  'batch.to_revocations': { zh: '吊销…', en: 'Revoke…' },
  'batch.preview_first': { zh: '先预览，确认后才办理。', en: 'You see a preview first.' },
  'batch.cannot': { zh: '还不能办理', en: 'Nothing can be done yet' },
  'batch.told': { zh: '通知', en: 'Told' },
  'batch.told_by_mail': { zh: '邮件', en: 'By mail' },
  'batch.told_not': { zh: '没有邮箱', en: 'No address' },
  'batch.unchecked': { zh: '未能核对', en: 'Could not be checked' },
  'batch.others': {
    zh: '不能办理的 {count} 份',
    en: { one: '{count} that cannot be', other: '{count} that cannot be' },
  },
  'batch.consequence_mail': {
    zh: '{count} 份中有 {told} 份的学员会收到邮件；没有登记邮箱的请另行告知。',
    en: '{told} of {count} trainees are told by mail; the others have no address on record.',
  },
  'batch.consequence_job': {
    zh: '逐份办理，可以离开页面，随时停下或继续；一份办不了不影响其余。',
    en: 'They are done one after another. You may leave the page, stop and go on; one that is refused keeps no other back.',
  },
  'batch.revocations_title': { zh: '批量吊销', en: 'Revoke many' },
  'batch.revoke_heading': {
    zh: '吊销 {count} 份证书，不能撤回',
    en: {
      one: 'Revoke {count} certificate; it cannot be undone',
      other: 'Revoke {count} certificates; it cannot be undone',
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
  'batch.reason': { zh: '公开的吊销原因（每份相同）', en: 'Reason, shown in public; the same for each' },
  'batch.renewals_title': { zh: '批量续证', en: 'Renew many' },
  'batch.renew_act': {
    zh: '续证 {count} 份',
    en: { one: 'Renew {count} certificate', other: 'Renew {count} certificates' },
  },
  'batch.renew_ready': {
    zh: '将续证的 {count} 份',
    en: { one: '{count} to be renewed', other: '{count} to be renewed' },
  },
  'batch.title_revocation': { zh: '批量吊销', en: 'Many certificates revoked' },
  'batch.title_renewal': { zh: '批量续证', en: 'Many certificates renewed' },
  'batch.begun': { zh: '{by} 于 {at:moment} 开始', en: 'Begun by {by} on {at:moment}' },
  'batch.count_revocation': { zh: '已吊销 {done} 份，未办理 {refused} 份', en: '{done} revoked, {refused} refused' },
  'batch.count_renewal': { zh: '已续证 {done} 份，未办理 {refused} 份', en: '{done} renewed, {refused} refused' },
  'batch.state': { zh: '办理情况', en: 'What became of it' },
  'batch.revocation_waiting': { zh: '等待', en: 'Waiting' },
  'batch.revocation_done': { zh: '已吊销', en: 'Revoked' },
  'batch.revocation_refused': { zh: '未吊销', en: 'Not revoked' },
  'batch.renewal_waiting': { zh: '等待', en: 'Waiting' },
  'batch.renewal_done': { zh: '已续证', en: 'Renewed' },
  'batch.renewal_refused': { zh: '未续证', en: 'Not renewed' },
});
