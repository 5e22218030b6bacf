import type { Message, Messages } from '../../../platform/index.js';
import type { Why } from '../../core/index.js';

const WHYS: Record<Why, Message> = {
  notMatched: { zh: '没有找到编号与姓名都相符的证书。', en: 'No certificate matches this number and name.' },
  hidden: {
    zh: '持证人目前没有公开这份证书，请向本人索取分享链接。',
    en: 'The holder has hidden this certificate. Ask them for a share link.',
  },
  notLogged: { zh: '这份证书颁发时还没有公开日志。', en: 'It was issued before there was a public log.' },
  sameAsSigned: {
    zh: '登记、签名文件与公开日志三者一致。',
    en: 'The register, the signed document and the public log agree.',
  },
  beingPrepared: {
    zh: '签名文件正在制作；登记自身的校验已通过。',
    en: 'Its signed documents are being prepared; the register’s own check passed.',
  },
  recordsDisagree: {
    zh: '学院的登记、签名文件与公开日志互相不符。学院已收到提醒，请稍后再试或联系学院。',
    en: 'The academy’s register, signed documents and public log do not match. The academy has been alerted. Try again later or contact it.',
  },
  fileEmpty: { zh: '文件是空的。', en: 'The file is empty.' },
  fileTooLarge: {
    zh: '文件超过 5 MB。证书原件远小于此。',
    en: 'The file is larger than 5 MB. Original certificates are much smaller.',
  },
  fileUnknown: {
    zh: '请选择学院颁发的 PDF、PNG、JSON 或 JWT 文件。照片和截图不能核验，请改用编号与姓名。',
    en: 'Choose the original PDF, PNG, JSON or JWT. Photos and screenshots cannot be verified: use number and name.',
  },
  fileDamaged: {
    zh: '文件已损坏，或者不完整。请重新下载，或向持证人索取原件。',
    en: 'The file is damaged or incomplete. Download it again, or ask the holder for the original.',
  },
  fileTooDeep: {
    zh: '文件的结构异常庞大，没有继续读取。',
    en: 'The file’s structure is far larger than that of any certificate, so reading was stopped.',
  },
  noCredential: {
    zh: '文件里没有数字凭证。聊天软件转发图片时会把它去掉，请向持证人索取原件。',
    en: 'The file contains no credential. Chat apps remove it from images: ask the holder for the original.',
  },
  severalCredentials: {
    zh: '文件里不止一份数字凭证，无法判断以哪一份为准。',
    en: 'The file contains more than one credential, so it is unclear which one counts.',
  },
  ambiguous: {
    zh: '凭证里同一件事写了几种说法（例如几位持证人、几个日期），或者写法不常见，无法确定以哪一种为准。',
    en: 'The credential can be read in several ways, for example with several holders or dates, or is written in an unusual way, so it is unclear what it says.',
  },
  wrapped: {
    zh: '凭证放在列表或外层包装里（例如 Verifiable Presentation）。请把凭证本身单独存成文件再核验。',
    en: 'The credential is inside a list, a presentation or an envelope. Save the credential itself as a file and verify that.',
  },
  ownStatusList: {
    zh: '这是本学院公布的证书状态列表，供软件查询哪些证书已被吊销或取代，本身不是证书。',
    en: 'This is a status list of this academy, which software uses to look up revoked or replaced certificates. It is not a certificate.',
  },
  statusList: {
    zh: '这是一份证书状态列表，供软件查询哪些证书已被吊销，本身不是证书。',
    en: 'This is a status list, which software uses to look up certificates that an issuer has revoked. It is not a certificate.',
  },
  didDocument: {
    zh: '这是一份公布颁发机构公钥的 DID 文档，本身不是证书。',
    en: 'This is a DID document, in which an issuer publishes its keys. It is not a certificate.',
  },
  ownSignedAnswer: {
    zh: '这是本学院对一份核验名单的签名答复，签名正确。它证明答复当时的情况，本身不是证书。',
    en: 'This is this academy’s signed answer to a verification list; its signature is correct. It proves what was true when it was given. It is not a certificate.',
  },
  signedAnswer: {
    zh: '文件自称是一份核验名单的答复，本身不是证书。没有核对签名，因此它什么也不能证明。',
    en: 'The file says that it is an answer to a verification list. It is not a certificate. No signature was checked, so it proves nothing.',
  },
  logFile: {
    zh: '这是公开日志的文件（检查点或收录证明），本身不是证书。',
    en: 'This is a file of a public log: a checkpoint or an inclusion proof. It is not a certificate.',
  },
  unknownContext: {
    zh: '凭证引用了本学院不认识的词汇定义。核验时从不联网读取。',
    en: 'It refers to definitions that this academy does not know; nothing is fetched during verification.',
  },
  unknownProof: {
    zh: '凭证用了本学院不认识的签名方式。',
    en: 'It uses a signature method that this academy does not know.',
  },
  signatureWrong: {
    zh: '签名之后内容被改过，或者签名不是用这把密钥做的。',
    en: 'It was changed after signing, or signed with another key.',
  },
  notSigned: { zh: '文件没有数字签名。', en: 'The file is not signed.' },
  appended: { zh: '签名之后又有内容添加在文件末尾。', en: 'Something was added after the signed part.' },
  partlySigned: { zh: '签名只覆盖了文件的一部分。', en: 'The signature covers only part of the file.' },
  hiddenBytes: {
    zh: '签名范围之外藏有内容，阅读软件不会显示。',
    en: 'The file hides content that no signature covers and no reader shows.',
  },
  duplicateKeys: {
    zh: '同一个字段写了两次，不同软件会读出不同的内容。颁发的文件从不这样写。',
    en: 'A field appears twice, so different software may read different content. Issued files never contain this.',
  },
  keyNotIssuers: {
    zh: '文件写的是一家机构，签名的却是另一家。',
    en: 'The file names one issuer but was signed with another’s key.',
  },
  keyNotReachable: {
    zh: '颁发机构的密钥在它自己的网站上，核验时从不联网读取。请到该机构的网站核验。',
    en: 'The issuer’s keys are on its own website; nothing is fetched during verification. Verify it on the issuer’s website.',
  },
  keyCompromised: {
    zh: '学院已声明这把密钥泄露，别人也可能用它签名。只有与颁发时逐字节相同的原件仍然可信。',
    en: 'The academy has declared this key compromised: others may sign with it. Only an exact copy of the original file can be trusted.',
  },
  answerKeyCompromised: {
    zh: '学院已声明这把密钥泄露，别人也可能用它签名，因此这份答复什么也不能证明。请重新核验其中的编号和姓名。',
    en: 'The academy has declared this key compromised: others may sign with it, so this answer proves nothing. Verify its numbers and names again.',
  },
  sealedBefore: {
    zh: '学院后来声明这把密钥泄露。这份文件与颁发时逐字节相同，不受影响。',
    en: 'The key was declared compromised later. This file is an exact copy of the original, so it is not affected.',
  },
  selfNamed: {
    zh: '密钥只写着它自己的标识，任何人都能生成一把并自称任何机构。签名相符只说明签署以后没有改动。',
    en: 'The key identifies only itself: anybody can create one and give it any name. A correct signature proves only that nothing was changed since signing.',
  },
  claimsName: { zh: '文件用了本学院的名称。', en: 'It uses this academy’s name.' },
  claimsAddress: { zh: '文件用了本学院的网址或标识。', en: 'It uses an address or an identifier of this academy’s.' },
  signerUnknown: { zh: '签署文件的不是本学院。', en: 'This academy did not sign the file.' },
  foreignStatus: {
    zh: '吊销状态在颁发机构的网站上，核验时从不联网读取。',
    en: 'Its status is on the issuer’s website; nothing is fetched during verification.',
  },
  noStatus: {
    zh: '凭证没有写明吊销状态，是否已被吊销无从得知。',
    en: 'The credential states no status, so it is unknown whether it was revoked.',
  },
  statusUnreadable: { zh: '吊销状态无法读取。', en: 'The status cannot be read.' },
  differs: { zh: '内容与学院的登记不同。', en: 'The content differs from the academy’s register.' },
  otherBytes: {
    zh: '内容相同，只是文件的写法与原件不同。',
    en: 'The content is the same; only the file is formatted differently from the original.',
  },
  writtenDifferently: {
    zh: '文件的写法与颁发时不同，无法与原件对照。请向持证人索取原件。',
    en: 'The file is formatted differently from the original and cannot be compared with it. Ask the holder for the original file.',
  },
  printedAnew: {
    zh: '文件是另存或重新生成的，不是学院颁发的原件。',
    en: 'The file was re-saved or regenerated; it is not the original.',
  },
  notOurs: { zh: '这份凭证由别的机构颁发。', en: 'Another issuer issued this credential.' },
  notIssuedHere: {
    zh: '签名是本学院的，但登记中没有这份证书。请联系学院。',
    en: 'The signature is the academy’s, but the register has no such certificate. Please tell the academy.',
  },
  notYetValid: { zh: '生效日期还没有到。', en: 'It is not valid yet.' },
};

/** Reasons for the result of a step. */
export const reasonMessages = Object.fromEntries(
  Object.entries(WHYS).map(([why, phrase]) => [`check.why_${why}`, phrase]),
) as Messages;
