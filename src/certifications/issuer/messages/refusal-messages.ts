import { refusalMessages } from '../../../platform/index.js';
import type { DocumentRefusalCode } from '../../documents/index.js';
import type { IssuerRefusalCode } from '../domain/refusals.js';

export const issuerRefusalMessages = refusalMessages<Exclude<IssuerRefusalCode, DocumentRefusalCode>>({
  keyCompromisedBefore: {
    zh: '这把密钥已经宣布泄露，不需要再做什么。',
    en: 'This key has already been declared compromised. Nothing more needs to be done.',
  },
  keyNameNotSeen: {
    zh: '新根证书上的名称和页面上看到的不同。请核对下面的名称，无误后再确认。',
    en: 'The name on the new root certificate differs from the one on the page. Check the name below and confirm again.',
  },
  keySignsNoLonger: {
    zh: '这把密钥已经停用，请更换现在签名的那一把。',
    en: 'This key no longer signs. Rotate the active key instead.',
  },
});
