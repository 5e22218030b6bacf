import type { Message, Messages } from '../../../platform/index.js';
import type { Verdict, VerificationVerdict } from '../../core/index.js';

const VERDICTS: Record<
  Exclude<VerificationVerdict, Verdict> | 'claims' | 'damaged' | 'otherDocument',
  { word: Message; heading: Message; sentence?: Message }
> = {
  notFound: {
    word: { zh: '未找到', en: 'Not found' },
    heading: { zh: '学院的登记中没有这份证书', en: 'The academy’s register has no such certificate' },
    sentence: {
      zh: '请不要采信这份文件，并请告知学院。',
      en: 'Do not rely on this file, and please tell the academy.',
    },
  },
  couldNotCheck: {
    word: { zh: '未能核验', en: 'Could not check' },
    heading: { zh: '这份文件未能核验', en: 'This file could not be checked' },
    sentence: {
      zh: '未能核验不等于有效，也不等于伪造。下面写明哪一步没有完成。',
      en: 'This does not mean that it is valid or forged. The steps below show what could not be checked.',
    },
  },
  invalid: {
    word: { zh: '无效', en: 'Invalid' },
    heading: { zh: '这份文件不可信', en: 'This file cannot be trusted' },
    sentence: {
      zh: '它被改动过，或者不是所写机构签署的，所以这里不显示其中任何内容。',
      en: 'It was altered, or not signed by the issuer that it names, so its content is not shown.',
    },
  },
  nothingToCheck: {
    word: { zh: '无可核验', en: 'Nothing to check' },
    heading: { zh: '文件里没有可以核验的内容', en: 'This file contains nothing that can be verified' },
    sentence: {
      zh: '没有找到可以核验的数字签名或数字凭证。这不表示证书有问题：聊天软件转发图片、截图、拍照、另存文件，都会丢掉它们。',
      en: 'No digital signature or credential was found that can be verified. This does not mean that the certificate is bad: chat apps, screenshots, photos and re-saving a file remove them.',
    },
  },
  damaged: {
    word: { zh: '文件损坏', en: 'Damaged' },
    heading: {
      zh: '文件已损坏或不完整，无法核验',
      en: 'The file is damaged or incomplete and cannot be verified',
    },
    sentence: {
      zh: '常见的原因是下载中断，或者在转发、保存时出了错。这不表示证书有问题。',
      en: 'Usually a download was interrupted, or the file was damaged when it was sent or saved. This does not mean that the certificate is bad.',
    },
  },
  otherDocument: {
    word: { zh: '不是证书', en: 'Not a certificate' },
    heading: { zh: '这份文件不是证书', en: 'This file is not a certificate' },
  },
  claims: {
    word: { zh: '非本学院签署', en: 'Not from this academy' },
    heading: {
      zh: '文件自称由本学院颁发，但没有本学院的签名',
      en: 'The file claims to be from this academy, but this academy did not sign it',
    },
    sentence: {
      zh: '本学院颁发的证书都有学院自己密钥的签名。请不要把这份文件当作本学院的证书。',
      en: 'This academy signs its certificates with its own keys. Do not accept this file as one of them.',
    },
  },
  foreign: {
    word: { zh: '其他机构', en: 'Another issuer' },
    heading: { zh: '签名相符，但不是本学院颁发的', en: 'The signature is correct, but this academy did not issue it' },
    sentence: {
      zh: '凭证从签署以来没有改动。签名的密钥由持有者自己命名，颁发机构究竟是谁，请另行确认。',
      en: 'The credential has not been changed since it was signed. The key does not prove who the issuer is: confirm that elsewhere.',
    },
  },
};

const DO_NEXT: Record<VerificationVerdict | 'claims' | 'damaged' | 'otherDocument', Message> = {
  damaged: {
    zh: '请重新下载后再核验，或请持证人重新发送 PDF 原件；也可以用证书上的编号和姓名核验。',
    en: 'Download the file again, or ask the holder to resend the original PDF. You can also verify the number and name on it.',
  },
  otherDocument: {
    zh: '请选择证书本身的文件，或用证书上的编号和姓名核验。',
    en: 'Choose the file of the certificate itself, or verify its number and name.',
  },
  nothingToCheck: {
    zh: '请向持证人索取学院颁发的 PDF 原件，或者证书链接、二维码；也可以用证书上的编号和姓名核验。',
    en: 'Ask the holder for the original PDF, or the certificate’s link or QR code. You can also verify the number and name on it.',
  },
  claims: {
    zh: '请向持证人索取证书链接或二维码，或用编号和姓名核验，并请把这份文件告知学院。',
    en: 'Ask the holder for the link or QR code, or verify number and name. Please tell the academy about this file.',
  },
  foreign: {
    zh: '请到该机构自己的网站或联系该机构，确认这个标识属于它。',
    en: 'Ask the issuer, through a website or number that you already know, whether this identifier is theirs.',
  },
  valid: {
    zh: '请把下面每一项与纸面或屏幕上的证书逐项对照。',
    en: 'Compare every line below with the certificate in front of you.',
  },
  expired: {
    zh: '当时真实有效。是否接受由你决定；需要有效证书时，请持证人续证。',
    en: 'The certificate is genuine but has expired. Decide whether to accept it, or ask the holder to renew it.',
  },
  revoked: { zh: '有疑问请联系学院。', en: 'If in doubt, contact the academy.' },
  superseded: { zh: '请以新证书为准。', en: 'Rely on the new certificate.' },
  notFound: {
    zh: '请向持证人索取二维码链接，或改用编号与姓名核验。',
    en: 'Ask the holder for the link in the QR code, or verify number and name.',
  },
  couldNotCheck: {
    zh: '可以改用证书上的编号与姓名核验，或扫描二维码。',
    en: 'Verify the number and name on the certificate instead, or scan its QR code.',
  },
  invalid: {
    zh: '请向持证人索取颁发时的原件，或改用编号与姓名核验。怀疑伪造时请告知学院。',
    en: 'Ask the holder for the original, or verify number and name. If you suspect a forgery, please tell the academy.',
  },
};

const ANSWER: Message = {
  zh: '答复于 {at:moment}，共 {count} 行。要知道某份证书现在的情况，请重新核验它的编号和姓名。',
  en: {
    one: 'It was given on {at:moment} and has {count} row. To learn what is true of a certificate now, verify its number and name again.',
    other:
      'It was given on {at:moment} and has {count} rows. To learn what is true of a certificate now, verify its number and name again.',
  },
};

/** Verdict on a file, and the next step. */
export const verdictMessages = Object.fromEntries([
  ['check.answer', ANSWER],
  ...Object.entries(VERDICTS).flatMap(([verdict, texts]) =>
    Object.entries(texts).map(([part, phrase]) => [`check.${part}_${verdict}`, phrase]),
  ),
  ...Object.entries(DO_NEXT).map(([verdict, phrase]) => [`check.next_${verdict}`, phrase]),
]) as Messages;
