import { refusalMessages } from '../../../platform/index.js';
import type { DocumentRefusalCode } from '../../documents/index.js';
import type { IssuerRefusalCode } from '../domain/refusals.js';

export const issuerRefusalMessages = refusalMessages<Exclude<IssuerRefusalCode, DocumentRefusalCode>>({
  keyCompromisedBefore: {
    zh: '这把密钥已经宣布泄露，不需要再做什么。',
    en: 'This key has already been declared compromised. Nothing more needs to be done.',
  },
  keySignsNoLonger: {
    zh: '这把密钥已经停用，请更换现在签名的那一把。',
    en: 'This key no longer signs. Rotate the active key instead.',
  },
});
