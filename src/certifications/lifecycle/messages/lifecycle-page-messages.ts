import { defineMessages } from '../../../platform/index.js';
import type { ReasonClass } from '../../core/index.js';

const classes: Record<`certificate_reason.${ReasonClass}`, { zh: string; en: string }> = {
  'certificate_reason.issuedInError': { zh: '颁发有误', en: 'Issued in error' },
  'certificate_reason.requirementsNotMet': { zh: '未达到取得条件', en: 'Requirements not met' },
  'certificate_reason.misconduct': { zh: '违规或舞弊', en: 'Misconduct' },
  'certificate_reason.dataWrong': { zh: '证书内容有误', en: 'Incorrect details' },
  'certificate_reason.holderAsked': { zh: '持证人申请', en: 'Requested by the holder' },
  'certificate_reason.keyCompromised': { zh: '签名密钥不再可信', en: 'Signing key no longer trusted' },
  'certificate_reason.other': { zh: '其他原因', en: 'Other reason' },
  'certificate_reason.nameCorrected': { zh: '姓名写错', en: 'Name misspelt' },
  'certificate_reason.nameChanged': { zh: '持证人改名', en: 'Holder changed name' },
  'certificate_reason.revokedByMistake': { zh: '误吊销，重新颁发', en: 'Revoked by mistake, issued again' },
};

export const lifecyclePageMessages = {
  ...defineMessages(classes),
  ...defineMessages({
    'certificate.reason_class': { zh: '原因类别', en: 'Reason category' },
    'certificate.reason_class_hint': {
      zh: '核验的人和程序都会看到这个类别。',
      en: 'Shown to people and programs that verify the certificate.',
    },
    'certificate.revoke_consequence_no_mail': {
      zh: '学员没有登记邮箱，系统不会发邮件，请另行告知。',
      en: 'The trainee has no email address on record. Nothing is sent: please tell them yourself.',
    },
    'certificate.revoke_consequence_machines': {
      zh: '拿着数字凭证文件的人再核验时，也会得到“已吊销”。',
      en: 'Anyone who verifies a copy of the file will get “Revoked” as well.',
    },
    'certificate.revoke': { zh: '吊销证书', en: 'Revoke certificate' },
    'certificate.revoke_title': { zh: '吊销证书 {number}', en: 'Revoke certificate {number}' },
    'certificate.revoke_heading': {
      zh: '吊销 {name} 的证书，不能撤回',
      en: 'Revoke {name}’s certificate? This cannot be undone',
    },
    'certificate.revoke_consequence_page': {
      zh: '核验页从现在起显示“已吊销”、今天的日期和下面的原因，任何人都能看到。',
      en: 'Its public page immediately shows “Revoked”, today’s date and the reason below.',
    },
    'certificate.revoke_consequence_paper': {
      zh: '证书页上的图样会盖上“已吊销”；签过名的 PDF 和已打印的证书保持原样，扫码会看到新状态。',
      en: 'The picture on its page is stamped “Revoked”. The signed PDF and printed copies stay as they are, but their QR code shows the new status.',
    },
    'certificate.revoke_consequence_mail': {
      zh: '学员会收到邮件，其中写明原因。',
      en: 'The trainee will receive an email with the reason.',
    },
    'certificate.revoke_consequence_again': {
      zh: '如果吊销错了，只能重新颁发一份新编号的证书。',
      en: 'If you revoke it by mistake, you can only issue a new certificate with a new number.',
    },
    'certificate.revoke_reason': { zh: '公开的吊销原因', en: 'Public reason' },
    'certificate.revoke_reason_hint': {
      zh: '写给核验的人看，不要写身份证号、电话等个人信息。',
      en: 'Written for people who verify it. Do not include ID numbers, phone numbers or other personal data.',
    },
    'certificate.revoked': {
      zh: '证书 {number} 已吊销，学员会收到邮件。',
      en: 'Certificate {number} has been revoked. The trainee will receive an email.',
    },
    'certificate.replace': { zh: '更正姓名并换发', en: 'Correct the name and replace' },
    'certificate.replace_title': { zh: '换发证书 {number}', en: 'Replace certificate {number}' },
    'certificate.replace_act': { zh: '换发证书', en: 'Replace certificate' },
    'certificate.replace_consequence': {
      zh: '换发后，会有一份新编号、新二维码的证书；原证书显示“已换发”并链接到新证书，两份都能查到。课程、学时与有效期不变。学员会收到邮件。',
      en: 'A new certificate with a new number and QR code replaces this one. The old one shows “Replaced” and links to the new one; both can still be found. Course, hours and expiry date stay the same. The trainee will receive an email.',
    },
    'certificate.anew_consequence': {
      zh: '原证书仍然显示“已吊销”，新证书有新的编号与二维码。学员会收到邮件。',
      en: 'The old certificate stays revoked. The new one has its own number and QR code. The trainee will receive an email.',
    },
    'certificate.mailed_to': {
      zh: '通知会发到 {email}，里面有新证书的链接。请核对邮箱。',
      en: 'The email with the link to the new certificate goes to {email}. Check the address.',
    },
    'certificate.not_mailed': {
      zh: '学员没有登记邮箱，系统不会发邮件，请另行告知。',
      en: 'The trainee has no email address on record. Nothing is sent: please tell them yourself.',
    },
    'certificate.replace_name': { zh: '姓名', en: 'Name' },
    'certificate.replace_name_hint': {
      zh: '只改证书上的姓名，学员档案请另行修改。',
      en: 'Changes the certificate only. Correct the trainee’s record separately.',
    },
    'certificate.replace_reason': { zh: '公开的换发原因', en: 'Public reason' },
    'certificate.replace_reason_hint': { zh: '例如：更正姓名。', en: 'For example: name corrected.' },
    'certificate.replaced': { zh: '已换发，新证书编号 {number}。', en: 'Replaced. The new certificate is {number}.' },
  }),
};
