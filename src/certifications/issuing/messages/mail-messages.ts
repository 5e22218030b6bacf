import { defineMessages } from '../../../platform/index.js';

/** Emails about certificates; each carries the address of the certificate's page. */
export const certificationMailMessages = defineMessages({
  'mail.certificate_issued_subject': { zh: '你的证书已颁发：{achievement}', en: 'Your certificate: {achievement}' },
  'mail.certificate_issued_body': {
    zh: '{name}，你好：\n\n祝贺你取得“{achievement}”。证书编号 {number}。\n打开下面的页面可以查看、下载 PDF；把这个链接发给用人单位，对方不用登录就能核验：\n{link}',
    en: 'Hello {name},\n\ncongratulations on {achievement}. Your certificate has the number {number}.\nSee it and download the PDF here; an employer can verify it at the same address without an account:\n{link}',
  },
  'mail.certificate_revoked_subject': { zh: '证书已吊销：{number}', en: 'Certificate revoked: {number}' },
  'mail.certificate_revoked_body': {
    zh: '{name}，你好：\n\n你的证书 {number}（{achievement}）已被吊销。\n原因类别：{kind}\n说明：{reason}\n从现在起，核验的人会在核验页上看到“已吊销”、日期和上面的原因：\n{link}\n如有疑问，请直接联系学院。',
    en: 'Hello {name},\n\nyour certificate {number} ({achievement}) has been revoked.\nKind of reason: {kind}\nIn words: {reason}\nWhoever verifies it sees from now on that it is revoked, with the date and this reason:\n{link}\nIf you have questions, please contact the academy.',
  },
  'mail.certificate_replaced_subject': {
    zh: '证书已换发，新编号 {number}',
    en: 'Your certificate was replaced: {number}',
  },
  'mail.certificate_replaced_body': {
    zh: '{name}，你好：\n\n你的证书 {old} 已换发，新证书编号 {number}（{achievement}）。\n原因：{kind}。{reason}\n原证书仍能查到，页面上写明已由新证书取代。以后请使用新证书：\n{link}',
    en: 'Hello {name},\n\nyour certificate {old} has been replaced. The new one is {number} ({achievement}).\nReason: {kind}. {reason}\nThe old one can still be found, and says that the new one has taken its place. Please use the new one from now on:\n{link}',
  },
  'mail.certificate_renewed_subject': {
    zh: '证书已续证，新编号 {number}',
    en: 'Your certificate was renewed: {number}',
  },
  'mail.certificate_renewed_body': {
    zh: '{name}，你好：\n\n你的证书 {old}（{achievement}）已续证。新证书编号 {number}，有效期至 {until:day}。\n原证书在它的有效期内照常有效，页面上会注明已续证。\n{link}',
    en: 'Hello {name},\n\nyour certificate {old} ({achievement}) has been renewed. The new one is {number}, valid until {until:day}.\nThe old one holds until its own last day; its page says that it was renewed.\n{link}',
  },
  'mail.certificate_expiring_subject': {
    zh: '证书将于 {until:day} 到期：{achievement}',
    en: 'Your certificate is valid until {until:day}: {achievement}',
  },
  'mail.certificate_expiring_body': {
    zh: '{name}，你好：\n\n你的证书 {number}（{achievement}）有效期至 {until:day}，还有 {days} 天。\n{how}\n到期后核验页会显示“已过期”。查看证书、办理续证：\n{own}',
    en: 'Hello {name},\n\nyour certificate {number} ({achievement}) is valid until {until:day}: {days} more days.\n{how}\nAfter that its page says “Expired”. See the certificate here:\n{own}',
  },
  'mail.certificate_renewal_declined_subject': { zh: '续证申请未通过：{number}', en: 'Renewal not granted: {number}' },
  'mail.certificate_renewal_declined_body': {
    zh: '{name}，你好：\n\n你为证书 {number}（{achievement}）提出的续证申请没有通过。\n说明：{answer}\n原证书在它的有效期内不受影响：\n{link}',
    en: 'Hello {name},\n\nthe renewal that you asked for, of certificate {number} ({achievement}), was not granted.\nIn words: {answer}\nThe certificate itself is not affected until its last day:\n{link}',
  },
});
