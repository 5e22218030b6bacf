import { refusalMessages } from '../../../platform/index.js';
import type { BindingRefusalCode } from '../../binding/index.js';
import type { CoreRefusalCode } from '../../core/index.js';
import type { DocumentRefusalCode } from '../../documents/index.js';
import type { TemplateRefusalCode } from '../../templates/index.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';

export const issuingRefusalMessages = refusalMessages<
  Exclude<IssuingRefusalCode, DocumentRefusalCode | BindingRefusalCode | TemplateRefusalCode | CoreRefusalCode>
>({
  courseLeadsToNothing: {
    zh: '这门课程还没有对应的认证项目，请先在课程页面选定，再颁发证书。',
    en: 'This course does not lead to an achievement. Choose one on the course page before issuing.',
  },
  achievementHeldUntil: {
    zh: '这个认证项目只有效到 {until:day}，不能再颁发。请先修改认证项目的有效期。',
    en: 'This achievement was valid only until {until:day} and can no longer be issued. Change its validity first.',
  },
  enrolmentNotCompleted: {
    zh: '没有结业。只有结业学员可以领证。',
    en: 'Not completed. Only trainees who completed the cohort receive a certificate.',
  },
  outcomeAltered: {
    zh: '数据库中{name}的结业结果、出勤率或成绩与班次结业时不一致，不能据此颁发。请系统维护人员运行 npm run academy -- verify-log。',
    en: 'The outcome, attendance or results of {name} in the database differ from those at the completion of the cohort, so no certificate can be issued. Ask the system administrator to run npm run academy -- verify-log.',
  },
  certificateAlreadyIssued: {
    zh: '已于 {on:day} 领证，编号 {number}。',
    en: 'Already issued on {on:day}, number {number}.',
  },
  certificateRevokedBefore: {
    zh: '证书 {number} 已吊销，需要重新颁发时请到该证书页面办理。',
    en: 'Certificate {number} was revoked. To issue it again, open that certificate’s page.',
  },
  earlierCertificatesUnclear: {
    zh: '数据库中的证书记录与颁发时不一致，无法确认这些学员是否已经领过证书，所以没有颁发。请系统维护人员运行 npm run academy -- verify-log。',
    en: 'Certificates in the database differ from those that were issued, so nothing tells whether these trainees have one already. Nothing was issued. Ask the system administrator to run npm run academy -- verify-log.',
  },
  nameTooLongForPaper: {
    zh: '姓名太长，一行印不下。请与学员商定较短的写法。',
    en: 'The name does not fit on one line. Agree on a shorter form with the trainee.',
  },
  nobodyToCertify: {
    zh: '现在没有可以领证的学员，原因列在下面。',
    en: 'No certificates can be issued now. The reasons are listed below.',
  },
  previewChangedMeanwhile: {
    zh: '打开本页后，领证的人或证书上的内容有变动，所以没有颁发。下面是最新情况，请核对后再颁发。',
    en: 'The trainees or the contents of their certificates have changed since you opened this page, so nothing was issued. Check the updated list below, then issue.',
  },
  certificateUnderWay: {
    zh: '正在颁发，编号 {number} 已为其预留。',
    en: 'Being issued now under number {number}.',
  },
  nameChangedMeanwhile: {
    zh: '颁发开始后姓名有改动，所以没有颁发。请核对姓名后再颁发一次。',
    en: 'The name was changed after issuing started, so no certificate was issued. Check the name, then issue again.',
  },
  addressChangedMeanwhile: {
    zh: '颁发开始后学员的邮箱有改动，所以没有颁发。请核对邮箱后再颁发一次。',
    en: 'The trainee’s email address was changed after issuing started, so no certificate was issued. Check it, then issue again.',
  },
  documentsNotMade: {
    zh: '证书文件没有通过制作后的自检，没有颁发。请把编号 {number} 告诉系统维护人员。',
    en: 'The certificate’s files failed their check, so it was not issued. Report number {number} to the system administrator.',
  },
  pictureAltered: {
    zh: '证书上的一张图片（印章、签名或标志）在数据库中缺失或被改动，不能颁发。请系统维护人员运行 npm run academy -- verify-log。',
    en: 'An image on the certificates (a seal, a signature or an emblem) is missing from the database or was altered, so no certificate can be issued. Ask the system administrator to run npm run academy -- verify-log.',
  },
  planAltered: {
    zh: '数据库中的颁发计划在确定之后被改动，没有颁发编号 {number}。请系统维护人员查明原因。',
    en: 'The list of certificates to issue was altered in the database, so number {number} was not issued. Ask the system administrator to find out why.',
  },
  starterMayNot: {
    zh: '{name}发起了这项办理，但已没有这项权限，或账户已停用、不存在，所以没有继续。请由有权限的人重新办理。',
    en: '{name}, who started this, no longer has permission, or the account is suspended or deleted. Nothing was done. Someone with permission needs to start again.',
  },
  issuanceEnded: { zh: '这次颁发已经结束。', en: 'This issue has already ended.' },
  numbersExhausted: {
    zh: '今年的证书编号已用完，请管理员在证书模板里给流水号加位数。',
    en: 'This year’s certificate numbers are used up. Ask an administrator to add digits to the sequence number in the template.',
  },
  sequenceAltered: {
    zh: '数据库中编号 {series} 的流水号与最后取用的编号不衔接，没有颁发。请系统维护人员运行 npm run academy -- verify-log。',
    en: 'The series {series} in the database does not continue from the last number drawn, so nothing was issued. Ask the system administrator to run npm run academy -- verify-log.',
  },
});
