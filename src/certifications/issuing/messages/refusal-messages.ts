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
    zh: '这门课程还没有对应的认证项目，先在课程里选定，再颁发证书。',
    en: 'This course leads to no achievement yet. Choose one on the course’s page, then issue.',
  },
  achievementHeldUntil: {
    zh: '这个认证项目只有效到 {until:day}，不能再颁发。请先修改认证项目的有效期。',
    en: 'This achievement held until {until:day} only. Change its validity before issuing.',
  },
  enrolmentNotCompleted: {
    zh: '没有结业，只有结业学员可以领证。',
    en: 'Has not completed: only those who completed are certified.',
  },
  certificateAlreadyIssued: {
    zh: '已于 {on:day} 领证，编号 {number}。',
    en: 'Certified on {on:day}, number {number}.',
  },
  certificateRevokedBefore: {
    zh: '证书 {number} 已吊销，需要重新颁发时请到该证书页面办理。',
    en: 'Certificate {number} was revoked. To issue anew, go to that certificate’s page.',
  },
  nameTooLongForPaper: {
    zh: '姓名太长，一行印不下。请与学员商定较短的写法。',
    en: 'The name is too long for one line of the certificate. Agree on a shorter form.',
  },
  nobodyToCertify: {
    zh: '现在没有可以领证的学员，原因列在下面。',
    en: 'Nobody can be certified now; the reasons are listed below.',
  },
  previewChangedMeanwhile: {
    zh: '打开本页后，领证的人或证书上的内容有变动，还没有颁发。下面是现在的情况，请核对后再颁发。',
    en: 'Who gets a certificate, or what it says, has changed since this page was opened. Nothing was issued. This is how it stands now: check it, then issue.',
  },
  certificateUnderWay: {
    zh: '正在颁发，编号 {number} 已为其预留。',
    en: 'Is being issued now; number {number} is kept for it.',
  },
  nameChangedMeanwhile: {
    zh: '颁发开始后姓名改过，没有按旧姓名颁发。请核对后再颁发一次。',
    en: 'The name was changed after the issue began, so nothing was issued under the old one. Check it, then issue again.',
  },
  addressChangedMeanwhile: {
    zh: '颁发开始后学员的邮箱改过，没有颁发。请核对后再颁发一次。',
    en: 'The trainee’s address was changed after the issue began, so nothing was issued. Check it, then issue again.',
  },
  documentsNotMade: {
    zh: '证书文件没有通过制作后的自检，没有颁发。请把编号 {number} 告诉系统维护人员。',
    en: 'Its documents did not pass their own check and nothing was issued. Give number {number} to whoever looks after the system.',
  },
  planAltered: {
    zh: '数据库中的颁发计划在确定之后被改动，没有颁发编号 {number}。请系统维护人员查明原因。',
    en: 'The plan of this issue was altered in the database after it was made. Number {number} was not issued. Ask whoever looks after the system to find out why.',
  },
  starterMayNot: {
    zh: '开始办理的{name}已经没有这项权限，或账户已停用、不存在，所以没有办理。请由有权限的人重新办理。',
    en: '{name}, who began this, has lost the role for it, or the account is suspended or gone. Nothing was done: somebody who may has to begin it anew.',
  },
  issuanceEnded: { zh: '这次颁发已经结束。', en: 'This issue has ended already.' },
  numbersExhausted: {
    zh: '今年的证书编号已用完，请管理员在证书模板里给流水号加位数。',
    en: 'This year’s numbers are used up. Ask the administrator to lengthen the running number in the template.',
  },
  sequenceAltered: {
    zh: '数据库中编号 {series} 的流水号与最后取用的编号不衔接，没有颁发。请系统维护人员运行 npm run academy -- verify-log。',
    en: 'The series {series} in the database does not continue from the last number drawn, so nothing was issued. Ask the system administrator to run npm run academy -- verify-log.',
  },
});
