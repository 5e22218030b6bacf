import { refusalMessages } from '../../../platform/index.js';
import type { IssuingRefusalCode } from '../../issuing/index.js';
import type { LifecycleRefusalCode } from '../domain/refusals.js';

export const lifecycleRefusalMessages = refusalMessages<Exclude<LifecycleRefusalCode, IssuingRefusalCode>>({
  renewalOfInvalid: {
    zh: '证书 {number} 已经吊销或换发，不能续证。',
    en: 'Certificate {number} is revoked or replaced: it cannot be renewed.',
  },
  renewalWithoutEnd: {
    zh: '证书 {number} 长期有效，不需要续证。',
    en: 'Certificate {number} does not expire: there is nothing to renew.',
  },
  renewedBefore: {
    zh: '证书 {number} 已有新证书 {by}，请到新证书上办理。',
    en: 'Certificate {number} has been followed by {by}. Work on the new one.',
  },
  renewalNotOffered: {
    zh: '这个认证项目不办理续证，到期后请重新学习。',
    en: 'This achievement is not renewed. It can be earned again.',
  },
  renewalByOfficeOnly: {
    zh: '这个认证项目的续证由学院统一办理，不用自己申请。',
    en: 'The academy renews these certificates itself; there is no need to ask.',
  },
  renewalTooEarly: {
    zh: '到期前 {days} 天起才能续证，即 {opens:day} 起。',
    en: 'It can be renewed from {days} days before its last day: from {opens:day}.',
  },
  renewalTooLate: {
    zh: '到期后超过 {days} 天（{closes:day}）就不能续证了，需要重新取得。',
    en: 'It could be renewed until {closes:day}, {days} days after its last day. Now it has to be earned again.',
  },
  renewalAskedBefore: {
    zh: '已经申请过续证，学院还在处理。',
    en: 'A renewal has been asked for already; the academy has not decided yet.',
  },
  renewalRequestDecided: { zh: '这份申请已经处理过了。', en: 'This request has been decided already.' },
  nothingChosen: { zh: '请先在列表中勾选证书。', en: 'Choose certificates in the list first.' },
  tooManyChosen: {
    zh: '一次最多 {most} 份，现在选了 {count} 份。请缩小筛选范围。',
    en: 'At most {most} at once; {count} are chosen. Narrow the filter.',
  },
  changedMeanwhile: {
    zh: '制作新证书期间，证书 {number} 被吊销或换发了，这次没有换发。请重新打开这份证书再决定。',
    en: 'Certificate {number} was revoked or replaced while the new documents were made. Nothing was issued: open it again and decide.',
  },
  changedSinceShown: {
    zh: '打开页面后，证书 {number} 显示的内容（姓名、编号、认证项目或学员邮箱）有变动，还没有办理。请按现在的情况核对后再办理。',
    en: 'What was shown of certificate {number} (name, number, achievement or the trainee’s address) has changed since. Nothing was done: check how it stands now, then decide.',
  },
  chosenChangedSinceShown: {
    zh: '打开本页后，所选证书的内容（姓名、编号、认证项目或学员邮箱）有变动，还没有办理。下面是现在的情况，请核对后再办理。',
    en: 'What this page shows of the certificates (names, numbers, achievements or the trainees’ addresses) has changed since it was opened. Nothing was done. This is how it stands now: check it, then decide.',
  },
  batchAltered: {
    zh: '数据库中的批量办理在确定之后被改动，或不是由本系统写入的，证书 {number} 没有办理。请系统维护人员运行 npm run academy -- verify-log。',
    en: 'The batch in the database is not what somebody chose on these pages: it was put in or altered. Nothing was done to certificate {number}. Ask whoever looks after the system to run npm run academy -- verify-log.',
  },
  certificateNotValid: {
    zh: '证书 {number} 已经吊销或换发，不能再吊销。',
    en: 'Certificate {number} is already revoked or replaced.',
  },
  certificateReplaced: {
    zh: '证书 {number} 已由 {by} 取代，请到新证书上办理。',
    en: 'Certificate {number} has been replaced by {by}. Work on the new one.',
  },
  nameUnchanged: {
    zh: '姓名与原证书相同，没有需要换发的内容。',
    en: 'The names are the same as before: there is nothing to correct.',
  },
});
