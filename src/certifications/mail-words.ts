import { defineWords } from '../platform/index.js';

/** Letters about certificates; each carries the address of the certificate's page. */
export const certificationMailWords = defineWords({
  'mail.certificate_issued_subject': { zh: '你的证书已颁发：{achievement}', en: 'Your certificate: {achievement}' },
  'mail.certificate_issued_body': {
    zh: '{name}，你好：\n\n祝贺你取得“{achievement}”。证书编号 {number}。\n打开下面的页面可以查看、下载 PDF；把这个链接发给用人单位，对方不用登录就能核验：\n{link}',
    en: 'Hello {name},\n\ncongratulations on {achievement}. Your certificate has the number {number}.\nSee it and download the PDF here; an employer can verify it at the same address without an account:\n{link}',
  },
  'mail.certificate_revoked_subject': { zh: '证书已吊销：{number}', en: 'Certificate revoked: {number}' },
  'mail.certificate_revoked_body': {
    zh: '{name}，你好：\n\n你的证书 {number}（{achievement}）已被吊销。原因：{reason}\n核验页已显示新的状态：\n{link}\n如有疑问，请直接联系学院。',
    en: 'Hello {name},\n\nyour certificate {number} ({achievement}) has been revoked. Reason: {reason}\nIts page shows the new state:\n{link}\nIf you have questions, please contact the academy.',
  },
  'mail.certificate_replaced_subject': { zh: '证书已换发，新编号 {number}', en: 'Your certificate was replaced: {number}' },
  'mail.certificate_replaced_body': {
    zh: '{name}，你好：\n\n你的证书 {old} 已换发，新证书编号 {number}（{achievement}）。请以新证书为准：\n{link}',
    en: 'Hello {name},\n\nyour certificate {old} has been replaced. The new one is {number} ({achievement}):\n{link}',
  },
});
