import { defineMessages } from '../../../platform/index.js';

/** Emails about certificates; each carries the address of the certificate's page. */
export const certificationEmailMessages = defineMessages({
  'mail.certificate_issued_subject': {
    zh: '你的证书已颁发：{achievement}',
    en: 'Your certificate has been issued: {achievement}',
  },
  'mail.certificate_issued_body': {
    zh: '{name}，你好：\n\n祝贺你取得“{achievement}”。证书编号 {number}。\n打开下面的页面可以查看、下载 PDF；把这个链接发给用人单位，对方不用登录就能核验：\n{link}',
    en: 'Hello {name},\n\nCongratulations on achieving {achievement}. Your certificate number is {number}.\nView the certificate and download the PDF at the address below. Send the same link to employers: they can verify it without an account.\n{link}',
  },
  'mail.certificate_revoked_subject': { zh: '证书已吊销：{number}', en: 'Certificate revoked: {number}' },
  'mail.certificate_revoked_body': {
    zh: '{name}，你好：\n\n你的证书 {number}（{achievement}）已被吊销。\n原因类别：{kind}\n说明：{reason}\n从现在起，核验的人会在核验页上看到“已吊销”、日期和上面的原因：\n{link}\n如有疑问，请直接联系学院。',
    en: 'Hello {name},\n\nYour certificate {number} ({achievement}) has been revoked.\nReason: {kind}\nDetails: {reason}\nAnyone who verifies it now sees that it is revoked, with the date and this reason:\n{link}\nIf you have questions, please contact the academy.',
  },
  'mail.certificate_replaced_subject': {
    zh: '证书已换发，新编号 {number}',
    en: 'Your certificate has been replaced: new number {number}',
  },
  'mail.certificate_replaced_body': {
    zh: '{name}，你好：\n\n你的证书 {old} 已换发，新证书编号 {number}（{achievement}）。\n原因：{kind}。{reason}\n原证书仍能查到，页面上写明已由新证书取代。以后请使用新证书：\n{link}',
    en: 'Hello {name},\n\nYour certificate {old} has been replaced. The new one is {number} ({achievement}).\nReason: {kind}. {reason}\nThe old certificate can still be found; its page says that it was replaced. Please use the new one from now on:\n{link}',
  },
  'mail.certificate_renewed_subject': {
    zh: '证书已续证，新编号 {number}',
    en: 'Your certificate has been renewed: new number {number}',
  },
  'mail.certificate_renewed_body': {
    zh: '{name}，你好：\n\n你的证书 {old}（{achievement}）已续证。新证书编号 {number}，有效期至 {until:day}。\n原证书在它的有效期内照常有效，页面上会注明已续证。\n{link}',
    en: 'Hello {name},\n\nYour certificate {old} ({achievement}) has been renewed. The new one is {number}, valid until {until:day}.\nThe old certificate stays valid until its own expiry date; its page says that it was renewed.\n{link}',
  },
  'mail.certificate_expiring_subject': {
    zh: '证书将于 {until:day} 到期：{achievement}',
    en: 'Your certificate expires on {until:day}: {achievement}',
  },
  'mail.certificate_expiring_body': {
    zh: '{name}，你好：\n\n你的证书 {number}（{achievement}）有效期至 {until:day}，还有 {days} 天。\n{how}\n到期后核验页会显示“已过期”。查看证书、办理续证：\n{own}',
    en: 'Hello {name},\n\nYour certificate {number} ({achievement}) is valid until {until:day}, {days} days from now.\n{how}\nAfter that, verification shows “Expired”. View the certificate or renew it:\n{own}',
  },
  'mail.certificate_renewal_declined_subject': { zh: '续证申请未通过：{number}', en: 'Renewal declined: {number}' },
  'mail.certificate_renewal_declined_body': {
    zh: '{name}，你好：\n\n你为证书 {number}（{achievement}）提出的续证申请没有通过。\n说明：{answer}\n原证书在它的有效期内不受影响：\n{link}',
    en: 'Hello {name},\n\nYour request to renew certificate {number} ({achievement}) was declined.\nReason: {answer}\nThe certificate itself is not affected and stays valid until its expiry date:\n{link}',
  },
});
