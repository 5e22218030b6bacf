import { refusalMessages } from '../../../platform/index.js';
import type { DocumentRefusalCode } from '../domain/refusals.js';

export const documentRefusalMessages = refusalMessages<DocumentRefusalCode>({
  nameNotPrintable: {
    zh: '姓名里的“{characters}”在证书字体中没有，无法印出。请核对姓名，或与学员商定替代写法后再颁发。',
    en: 'The certificate font does not contain “{characters}”. Check the name or agree on another spelling with the trainee before issuing.',
  },
  templateNotPrintable: {
    zh: '证书字体里没有这些字：{characters}。请到证书模板、学院或课程里改用别的字。',
    en: 'The certificate font does not contain: {characters}. Change them in the template, the academy’s name or the course.',
  },
  pkcs12Iterations: {
    zh: '密码派生要迭代 {found} 次，最多 {most} 次。请用较少的次数重新导出，例如 openssl pkcs12 -export -iter 100000。',
    en: 'Its password uses {found} iterations; the limit is {most}. Export it again with fewer, for example openssl pkcs12 -export -iter 100000.',
  },
  pkcs12TooCostly: {
    zh: '打开这个文件要花的时间或内存太多。请用较少的迭代次数重新导出，例如 openssl pkcs12 -export -iter 100000。',
    en: 'Opening this file takes too much time or memory. Export it again with fewer iterations, for example openssl pkcs12 -export -iter 100000.',
  },
  pkcs12Missing: { zh: '请选择 .p12 或 .pfx 文件。', en: 'Choose a .p12 or .pfx file.' },
  pkcs12Unreadable: {
    zh: '打不开：不是 PKCS#12 文件，或密码不对。',
    en: 'The file cannot be opened. It is not a PKCS#12 file, or the password is wrong.',
  },
  pkcs12NoKey: {
    zh: '文件里没有私钥，只有证书。请用私钥和证书一起导出的文件。',
    en: 'The file contains no private key. Export the certificate together with its private key.',
  },
  pkcs12KeyUnfit: {
    zh: '文件里的密钥不能用于签名：只接受 P-256 或 2048 位以上的 RSA。',
    en: 'The key cannot be used for signing: only P-256, or RSA with at least 2048 bits, is accepted.',
  },
  pkcs12NoMatch: {
    zh: '文件里没有与私钥配对的证书，请向签发方索取完整的文件。',
    en: 'The file contains no certificate for its private key. Ask the authority that issued it for the complete file.',
  },
  pkcs12ForAuthorities: {
    zh: '这是签发证书用的 CA 证书，请改用文档签名证书。',
    en: 'This is a CA certificate. Use a document signing certificate instead.',
  },
  pkcs12Expired: {
    zh: '证书有效期为 {from:moment} 至 {until:moment}，现在不能用于签名。',
    en: 'The certificate is valid from {from:moment} to {until:moment} and cannot sign now.',
  },
  pkcs12Compromised: {
    zh: '这张证书的密钥（或其签发者的密钥）已宣布泄露。请让签发机构用一把新密钥重新签发。',
    en: 'The key of this certificate, or of its issuer, has been declared compromised. Ask the authority for a certificate with a new key.',
  },
  pkcs12Known: {
    zh: '这张证书以前用过。要换回旧的签名者，请向签发机构申请一张新证书。',
    en: 'This certificate was used before. To return to that signer, ask its authority for a new certificate.',
  },
});
