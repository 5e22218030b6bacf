import { defineMessages } from '../../../platform/index.js';

export const issuingPageMessages = defineMessages({
  'certificate.issue_anew': { zh: '重新颁发', en: 'Issue again' },
  'certificate.cohort_title': { zh: '{code} 的证书', en: 'Certificates of {code}' },
  'certificate.cannot_issue': { zh: '现在还不能颁发', en: 'Certificates cannot be issued now' },
  'certificate.ready': { zh: '可以领证的学员', en: 'Ready for a certificate' },
  'certificate.ready_count': {
    zh: '{count} 人可以领证',
    en: { one: '{count} trainee is ready', other: '{count} trainees are ready' },
  },
  'certificate.ready_none': { zh: '现在没有可以领证的学员', en: 'No trainees are ready for a certificate' },
  'certificate.ready_none_text': {
    zh: '班次结业之后，结业的学员会出现在这里。',
    en: 'When the cohort is completed, the trainees who completed it appear here.',
  },
  'certificate.issue_consequence': {
    zh: '每人一份，编号依次生成，颁发后内容不再更改。{mailed} 人会收到带证书链接的邮件；没有邮箱的学员请当面告知。',
    en: 'Each trainee gets one certificate, numbered in order. Certificates cannot be changed after issue. {mailed} will receive an email with the link; tell trainees without an email address in person.',
  },
  'certificate.completed_on': { zh: '结业日期', en: 'Completed' },
  'certificate.printed_results': { zh: '印上的成绩', en: 'Printed results' },
  'certificate.what_it_says': { zh: '证书内容', en: 'What each certificate says' },
  'certificate.number_shape': { zh: '编号样式', en: 'Number format' },
  'certificate.issue_act': {
    zh: '颁发 {count} 份证书',
    en: { one: 'Issue {count} certificate', other: 'Issue {count} certificates' },
  },
  'certificate.issued_now': {
    zh: '已颁发 {count} 份证书，{mailed} 人会收到邮件。',
    en: {
      one: '{count} certificate issued; {mailed} notified by email.',
      other: '{count} certificates issued; {mailed} notified by email.',
    },
  },
  'certificate.issued_before': {
    zh: '结业学员都已领证，没有重复颁发。',
    en: 'All trainees who completed already have a certificate. None was issued twice.',
  },
  'certificate.others': { zh: '不在此次颁发之列', en: 'Not included' },
  'certificate.others_why': { zh: '原因', en: 'Reason' },
  'certificate.sample': { zh: '第一份证书预览', en: 'Preview of the first certificate' },
  'certificate.all_of_cohort': { zh: '本班已颁发的证书', en: 'Certificates of this cohort' },
});
