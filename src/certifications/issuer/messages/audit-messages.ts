import { defineMessages } from '../../../platform/index.js';

/** Names of audit entries. */
export const issuerAuditMessages = defineMessages({
  'act.issuerKey.made': { zh: '生成颁发机构密钥', en: 'Created issuer keys' },
  'act.issuerKey.rotated': { zh: '更换密钥', en: 'Rotated a key' },
  'act.issuerKey.imported': { zh: '导入签名证书', en: 'Imported a signing certificate' },
  'act.issuerKey.compromised': { zh: '宣布密钥泄露', en: 'Declared a key compromised' },
  'subject.issuerKey': { zh: '颁发机构密钥', en: 'Issuer key' },
});
