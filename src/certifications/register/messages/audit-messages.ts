import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const registerAuditMessages = defineMessages({
  'act.certificate.hidden': { zh: '持证人不公开证书', en: 'Hid their certificate' },
  'act.certificate.shown': { zh: '持证人公开证书', en: 'Made their certificate public again' },
  'subject.certificate': { zh: '证书', en: 'Certificate' },
  'detail.purpose': { zh: '用途', en: 'Purpose' },
});
