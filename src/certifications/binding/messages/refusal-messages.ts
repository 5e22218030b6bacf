import { refusalMessages } from '../../../platform/index.js';
import type { BindingRefusalCode } from '../domain/refusals.js';

export const bindingRefusalMessages = refusalMessages<BindingRefusalCode>({
  recordAltered: {
    zh: '数据库中证书 {number} 的记录与颁发时不一致，不能再据此办理。请系统维护人员运行 npm run academy -- verify-log。',
    en: 'The record of certificate {number} in the database differs from what was issued, so it cannot be used. Ask the system administrator to run npm run academy -- verify-log.',
  },
});
