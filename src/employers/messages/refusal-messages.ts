import { refusalMessages } from '../../platform/index.js';
import type { EmployerRefusalCode } from '../domain/refusals.js';

export const employerRefusalMessages = refusalMessages<EmployerRefusalCode>({
  employerNameTaken: {
    zh: '“{name}”已经登记，请直接修改那条记录。',
    en: '“{name}” is already on record. Edit that record instead.',
  },
  creditCodeTaken: {
    zh: '这个统一社会信用代码属于已登记的“{name}”。',
    en: 'This credit code belongs to “{name}”, which is already on record.',
  },
  creditCodeShape: {
    zh: '统一社会信用代码是 18 位数字和大写字母（不含 I、O、S、V、Z），现在是 {length} 位，请对照营业执照检查。',
    en: 'A unified social credit code consists of 18 digits and capital letters (no I, O, S, V, Z). This one has {length} characters. Check it against the business licence.',
  },
  creditCodeCheck: {
    zh: '末位校验码“{last}”与前面 17 位不符，一定有一位写错了，请对照营业执照逐位检查。',
    en: 'The last character “{last}” does not match the first 17, so one character is mistyped. Check the code against the business licence.',
  },
  placementTraineeUnknown: { zh: '没有这位学员，请重新查找。', en: 'There is no such trainee. Search again.' },
  placementEmployerUnknown: { zh: '请从列出的单位中选择。', en: 'Choose one of the employers listed.' },
  placementTrackUnknown: { zh: '请从列出的方向中选择。', en: 'Choose one of the tracks listed.' },
  placementTooFarAhead: {
    zh: '入职日期太远：最晚填 {last:day}，更晚的请到时再登记。',
    en: 'The first day of work can be {last:day} at the latest. Record later placements closer to that day.',
  },
  placementTwice: {
    zh: '这位学员自 {since:day} 起已在这个单位，请先结束那条记录。',
    en: 'This trainee has worked there since {since:day}. End that placement first.',
  },
  placementEndsBeforeStart: {
    zh: '离职日期不能早于入职日期（{start:day}）。',
    en: 'The last day of work cannot be before the first ({start:day}).',
  },
  placementEndsAhead: {
    zh: '离职日期最晚是今天（{today:day}）。',
    en: 'The last day of work cannot be after today ({today:day}).',
  },
  keyOpensNothing: { zh: '请至少选择一项权限。', en: 'Choose at least one permission.' },
  tooManyKeys: {
    zh: '同时有效的密钥最多 {most} 个，请先吊销不用的。',
    en: 'At most {most} keys can be active at a time. Revoke one that is not used.',
  },
  contactTaken: {
    zh: '{email} 已经代表“{employer}”登录，请先在那里移除。',
    en: '{email} already signs in for “{employer}”. Remove the contact there first.',
  },
  placementEnded: { zh: '这条就业记录已于 {on:day} 结束。', en: 'This placement already ended on {on:day}.' },
});
