import { defineMessages } from '../../../platform/index.js';

export const issuingPageMessages = defineMessages({
  'certificate.issue_anew': { zh: '重新颁发', en: 'Issue anew' },
  'certificate.cohort_title': { zh: '{code} 的证书', en: 'Certificates of {code}' },
  'certificate.cannot_issue': { zh: '现在还不能颁发', en: 'Certificates cannot be issued now' },
  'certificate.ready': { zh: '可以领证的学员', en: 'Ready to be certified' },
  'certificate.ready_count': {
    zh: '{count} 人可以领证',
    en: { one: '{count} trainee is ready', other: '{count} trainees are ready' },
  },
  'certificate.ready_none': { zh: '现在没有可以领证的学员', en: 'Nobody is ready to be certified' },
  'certificate.ready_none_text': {
    zh: '班次结业之后，结业的学员会出现在这里。',
    en: 'Once the cohort is completed, those who completed appear here.',
  },
  'certificate.issue_consequence': {
    zh: '每人一份，编号依次生成，颁发后内容不再更改。{mailed} 人会收到带证书链接的邮件；没有邮箱的学员请当面告知。',
    en: 'Each gets one, numbered in order; what is issued never changes. {mailed} will be told by mail with the link; tell those without an address in person.',
  },
  'certificate.issue_act': {
    zh: '颁发 {count} 份证书',
    en: { one: 'Issue {count} certificate', other: 'Issue {count} certificates' },
  },
  'certificate.issued_now': {
    zh: '已颁发 {count} 份证书，{mailed} 人会收到邮件。',
    en: {
      one: '{count} certificate issued; {mailed} told by mail.',
      other: '{count} certificates issued; {mailed} told by mail.',
    },
  },
  'certificate.issued_before': {
    zh: '结业学员都已领证，没有重复颁发。',
    en: 'Everybody who completed was certified already; nothing was issued twice.',
  },
  'certificate.others': { zh: '不在此次颁发之列', en: 'Not in this issue' },
  'certificate.others_why': { zh: '原因', en: 'Why' },
  'certificate.sample': { zh: '第一份的样子', en: 'The first one will look like this' },
  'certificate.all_of_cohort': { zh: '本班已颁发的证书', en: 'Certificates of this cohort' },
});
