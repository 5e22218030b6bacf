import { defineMessages } from '../../../platform/index.js';

/** Verifying by number and name. */
export const numberMessages = defineMessages({
  'verification.title': { zh: '核验证书', en: 'Verify a certificate' },
  'verification.lead': {
    zh: '输入证书上的编号和持证人姓名，马上知道它是否有效。也可以扫描证书上的二维码。',
    en: 'Enter the number and the name on the certificate to see at once whether it is valid. Or scan its QR code.',
  },
  'verification.number': { zh: '证书编号', en: 'Certificate number' },
  'verification.number_hint': {
    zh: '印在二维码下方；大小写、空格和短横都不影响。也可以粘贴证书链接。',
    en: 'Printed under the QR code. Case, spaces and dashes do not matter. You may paste the certificate’s link instead.',
  },
  'verification.name': { zh: '持证人姓名', en: 'Holder’s name' },
  'verification.name_hint': {
    zh: '中文姓名或拉丁字母姓名，与证书一致即可。',
    en: 'In Chinese or in Latin letters, as on the certificate.',
  },
  'verification.act': { zh: '核验', en: 'Verify' },
  'verification.agrees': { zh: '编号与姓名相符。', en: 'Number and name match.' },
  'verification.how_title': { zh: '核验结果怎么看', en: 'What the results mean' },
  'verification.why_name': { zh: '为什么要填姓名', en: 'Why we ask for the name' },
  'verification.why_name_text': {
    zh: '编号是连续的，只凭编号就能查会泄露他人信息，所以编号与姓名都相符才显示。未找到与姓名不符给出同样的回答。',
    en: 'Numbers are consecutive, so a number alone would reveal other people’s data. A certificate is shown only if number and name match; an unknown number and another person’s number get the same answer.',
  },
  'verification.fingerprints': { zh: '核对学院的签名密钥', en: 'Compare the academy’s signing keys' },
});
