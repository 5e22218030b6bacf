import { refusalMessages } from '../../../platform/index.js';
import type { DocumentRefusalCode } from '../domain/refusals.js';

export const documentRefusalMessages = refusalMessages<DocumentRefusalCode>({
  nameNotPrintable: {
    zh: '姓名里的“{characters}”在证书字体中没有，无法印出。请核对姓名，或与学员商定替代写法后再颁发。',
    en: 'The certificate’s font cannot draw “{characters}”. Check the name, or agree on another spelling, then issue.',
  },
  templateNotPrintable: {
    zh: '证书字体里没有这些字：{characters}。请到证书模板、学院或课程里改用别的字。',
    en: 'The certificate’s font cannot draw: {characters}. Change them in the template, the academy’s name or the course.',
  },
  pkcs12Iterations: {
    zh: '密码派生要迭代 {found} 次，最多 {most} 次。请用较少的次数重新导出，例如 openssl pkcs12 -export -iter 100000。',
    en: 'Its password is iterated {found} times; at most {most} may be. Export it again with fewer, such as openssl pkcs12 -export -iter 100000.',
  },
  pkcs12TooCostly: {
    zh: '打开这个文件要花的时间或内存太多。请用较少的迭代次数重新导出，例如 openssl pkcs12 -export -iter 100000。',
    en: 'Opening it takes too much time or memory. Export it again with fewer iterations, such as openssl pkcs12 -export -iter 100000.',
  },
  pkcs12Missing: { zh: '请选择 .p12 或 .pfx 文件。', en: 'Choose a .p12 or .pfx file.' },
  pkcs12Unreadable: {
    zh: '打不开：不是 PKCS#12 文件，或密码不对。',
    en: 'It does not open: this is no PKCS#12 file, or the password is another.',
  },
  pkcs12NoKey: {
    zh: '里面没有私钥，只有证书。请用私钥和证书一起导出的文件。',
    en: 'There is no private key in it. Choose a file that was exported with its key.',
  },
  pkcs12KeyUnfit: {
    zh: '里面的密钥不能用于签名：只接受 P-256 或 2048 位以上的 RSA。',
    en: 'Its key cannot be used: only P-256, or RSA of 2048 bits and more.',
  },
  pkcs12NoMatch: {
    zh: '文件里没有与私钥配对的证书，请向签发方索取完整的文件。',
    en: 'No certificate in the file belongs to its private key. Ask whoever issued it for the complete file.',
  },
  pkcs12ForAuthorities: {
    zh: '这是签发证书用的 CA 证书，请改用文档签名证书。',
    en: 'This is a certificate for issuing certificates. Use one for signing documents.',
  },
  pkcs12Expired: {
    zh: '证书有效期为 {from:moment} 至 {until:moment}，现在不能用于签名。',
    en: 'The certificate holds from {from:moment} until {until:moment} and cannot sign now.',
  },
  pkcs12Known: {
    zh: '这张证书以前用过。换回旧的签名者请联系颁发它的机构重新签发。',
    en: 'This certificate has signed before. Ask its authority for a new one.',
  },
});
