import { refusalMessages } from '../../../platform/index.js';
import type { IssuingRefusalCode } from '../../issuing/index.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';

export const lifecycleRefusalMessages = refusalMessages<Exclude<LifecycleRefusalCode, IssuingRefusalCode>>({
  renewalOfInvalid: {
    zh: '证书 {number} 已经吊销或换发，不能续证。',
    en: 'Certificate {number} has been revoked or replaced and cannot be renewed.',
  },
  renewalWithoutEnd: {
    zh: '证书 {number} 长期有效，不需要续证。',
    en: 'Certificate {number} does not expire, so there is nothing to renew.',
  },
  renewedBefore: {
    zh: '证书 {number} 已续证为 {by}，请到新证书页面办理。',
    en: 'Certificate {number} has already been renewed as {by}. Use the new certificate.',
  },
  renewalNotOffered: {
    zh: '这个认证项目不办理续证，到期后需要重新学习取得。',
    en: 'Certificates of this achievement cannot be renewed. The achievement has to be earned again.',
  },
  renewalByOfficeOnly: {
    zh: '这个认证项目的续证由学院统一办理，不用自己申请。',
    en: 'The academy renews these certificates itself. You do not need to request it.',
  },
  renewalTooEarly: {
    zh: '到期前 {days} 天起才能续证，即 {opens:day} 起。',
    en: 'It can be renewed from {days} days before its expiry date, that is from {opens:day}.',
  },
  renewalTooLate: {
    zh: '到期后超过 {days} 天（{closes:day}）就不能续证了，需要重新取得。',
    en: 'It could be renewed until {closes:day}, {days} days after its expiry date. It now has to be earned again.',
  },
  renewalAskedBefore: {
    zh: '已经申请过续证，学院还在处理。',
    en: 'A renewal has already been requested. The academy is still deciding.',
  },
  renewalRequestDecided: { zh: '这份申请已经处理过了。', en: 'This request has already been decided.' },
  nothingChosen: { zh: '请先在列表中勾选证书。', en: 'Select certificates in the list first.' },
  tooManyChosen: {
    zh: '一次最多 {most} 份，现在选了 {count} 份。请缩小筛选范围。',
    en: 'You can select at most {most} certificates at once; {count} are selected. Narrow the filter.',
  },
  changedMeanwhile: {
    zh: '制作新证书期间，证书 {number} 被吊销或换发了，这次没有换发。请重新打开这份证书再决定。',
    en: 'Certificate {number} was revoked or replaced while its replacement was being made, so no new certificate was issued. Open it again and decide.',
  },
  changedSinceShown: {
    zh: '打开页面后，证书 {number} 显示的内容（姓名、编号、认证项目或学员邮箱）有变动，所以没有办理。请按最新情况核对后再办理。',
    en: 'Certificate {number} has changed since it was shown (name, number, achievement or the trainee’s email address), so nothing was done. Check it, then decide.',
  },
  chosenChangedSinceShown: {
    zh: '打开本页后，所选证书的内容（姓名、编号、认证项目或学员邮箱）有变动，所以没有办理。下面是最新情况，请核对后再办理。',
    en: 'The certificates have changed since you opened this page (names, numbers, achievements or the trainees’ email addresses), so nothing was done. Check the updated list below, then decide.',
  },
  batchAltered: {
    zh: '数据库中的批量办理在确定之后被改动，或不是由本系统写入的，证书 {number} 没有办理。请系统维护人员运行 npm run academy -- verify-log。',
    en: 'This bulk action was altered in the database or was not created by this system, so nothing was done to certificate {number}. Ask the system administrator to run npm run academy -- verify-log.',
  },
  certificateNotValid: {
    zh: '证书 {number} 已经吊销或换发，不能再吊销。',
    en: 'Certificate {number} has already been revoked or replaced.',
  },
  certificateReplaced: {
    zh: '证书 {number} 已由 {by} 取代，请到新证书页面办理。',
    en: 'Certificate {number} has been replaced by {by}. Use the new certificate.',
  },
  nameUnchanged: {
    zh: '姓名与原证书相同，没有需要换发的内容。',
    en: 'The name is the same as on the current certificate, so there is nothing to replace.',
  },
});
