import type { Message, Messages } from '../../../platform/index.js';
import type { Why } from '../../core/index.js';

const WHYS: Record<Why, Message> = {
  notMatched: { zh: '没有找到编号与姓名都相符的证书。', en: 'No certificate has this number and this name together.' },
  hidden: {
    zh: '持证人目前没有公开这份证书，请向本人索取分享链接。',
    en: 'Its holder does not show it at present. Ask them for a link.',
  },
  notLogged: { zh: '这份证书颁发时还没有公开日志。', en: 'It was issued before there was a public log.' },
  sameAsSigned: {
    zh: '登记、签名文件与公开日志三者一致。',
    en: 'The register, the signed document and the public log agree.',
  },
  beingPrepared: {
    zh: '签名文件正在制作；登记自身的校验已通过。',
    en: 'Its signed documents are being prepared; the register’s own check holds.',
  },
  recordsDisagree: {
    zh: '学院的登记、签名文件与公开日志互相不符。学院已收到提醒，请稍后再试或联系学院。',
    en: 'The academy’s register, signed document and log do not agree with each other. The academy has been alerted: try again later or ask it.',
  },
  fileEmpty: { zh: '文件是空的。', en: 'The file is empty.' },
  fileTooLarge: {
    zh: '文件超过 5 MB。证书原件远小于此。',
    en: 'The file is larger than 5 MB. Certificates are far smaller.',
  },
  fileUnknown: {
    zh: '请选择学院颁发的 PDF、PNG、JSON 或 JWT 文件。照片和截图不能核验，请改用编号与姓名。',
    en: 'Choose a PDF, PNG, JSON or JWT as it was issued. A photo or a screenshot cannot be checked: use number and name.',
  },
  fileDamaged: {
    zh: '文件已损坏，或者不完整。请重新下载，或向持证人索取原件。',
    en: 'The file is damaged or incomplete. Download it again, or ask the holder for the original.',
  },
  fileTooDeep: {
    zh: '文件的结构异常庞大，没有继续读取。',
    en: 'The file is built far larger than any certificate, so reading was stopped.',
  },
  noCredential: {
    zh: '文件里没有数字凭证。聊天软件转发图片时会把它去掉，请向持证人索取原件。',
    en: 'There is no credential in it. Chat programs remove it from pictures: ask the holder for the original.',
  },
  severalCredentials: {
    zh: '文件里不止一份数字凭证，无法判断以哪一份为准。',
    en: 'There is more than one credential in it, so it cannot be told which one counts.',
  },
  wrapped: {
    zh: '凭证放在列表或外层包装里（例如 Verifiable Presentation）。请把凭证本身单独存成文件再核验。',
    en: 'The credential is inside a list, a presentation or an envelope. Save the credential itself as a file and check that.',
  },
  ownStatusList: {
    zh: '这是本学院公布的证书状态列表，供软件查询哪些证书已被吊销或取代，本身不是证书。',
    en: 'It is a status list of this academy, in which programs look up which certificates were revoked or replaced. It is not a certificate.',
  },
  statusList: {
    zh: '这是一份证书状态列表，供软件查询哪些证书已被吊销，本身不是证书。',
    en: 'It is a status list, in which programs look up which certificates an issuer has revoked. It is not a certificate.',
  },
  didDocument: {
    zh: '这是一份公布颁发机构公钥的 DID 文档，本身不是证书。',
    en: 'It is a DID document, in which an issuer publishes its keys. It is not a certificate.',
  },
  signedAnswer: {
    zh: '这是一份核验名单的签名答复，本身不是证书。',
    en: 'It is the signed answer to a list of certificates that was verified. It is not a certificate itself.',
  },
  logFile: {
    zh: '这是公开日志的文件（检查点或收录证明），本身不是证书。',
    en: 'It is a file of a public log: a checkpoint, or the proof that something stands in it. It is not a certificate.',
  },
  unknownContext: {
    zh: '凭证引用了本学院不认识的词汇定义。核验时从不联网读取。',
    en: 'It refers to definitions that are not known here, and nothing is ever fetched during a check.',
  },
  unknownProof: { zh: '凭证用了本学院不认识的签名方式。', en: 'It is signed in a way that is not known here.' },
  signatureWrong: {
    zh: '签名之后内容被改过，或者签名不是用这把密钥做的。',
    en: 'It was changed after signing, or another key signed it.',
  },
  notSigned: { zh: '文件没有数字签名。', en: 'The file is not signed.' },
  appended: { zh: '签名之后又有内容添加在文件末尾。', en: 'Something was added behind the signed part.' },
  partlySigned: { zh: '签名只覆盖了文件的一部分。', en: 'The signature covers only part of the file.' },
  hiddenBytes: {
    zh: '签名范围之外藏有内容，阅读软件不会显示。',
    en: 'Something is hidden where no signature covers it and no reader shows it.',
  },
  duplicateKeys: {
    zh: '同一个字段写了两次，不同软件会读出不同的内容。颁发的文件从不这样写。',
    en: 'A field stands in it twice, so two programs may read two different things. Issued files never do that.',
  },
  keyNotIssuers: {
    zh: '文件写的是一家机构，签名的却是另一家。',
    en: 'The file names one issuer, and the key of another signed it.',
  },
  keyNotReachable: {
    zh: '颁发机构的密钥在它自己的网站上，核验时从不联网读取。请到该机构的网站核验。',
    en: 'The issuer’s keys stand on its own site, and nothing is ever fetched during a check. Verify it with the issuer.',
  },
  keyCompromised: {
    zh: '学院已声明这把密钥泄露，别人也可能用它签名。只有与颁发时逐字节相同的原件仍然可信。',
    en: 'The academy has declared this key compromised: others may sign with it. Only the very file that was issued still counts.',
  },
  sealedBefore: {
    zh: '学院后来声明这把密钥泄露。这份文件与颁发时逐字节相同，不受影响。',
    en: 'The key was declared compromised later. This is byte for byte the file that was issued, so it still counts.',
  },
  selfNamed: {
    zh: '密钥只写着它自己的标识，任何人都能生成一把并自称任何机构。签名相符只说明签署以后没有改动。',
    en: 'The key names only itself: anybody can make one and call it anything. That the signature fits proves only that nothing was changed since.',
  },
  claimsName: { zh: '文件用了本学院的名称。', en: 'It uses this academy’s name.' },
  claimsAddress: { zh: '文件用了本学院的网址或标识。', en: 'It uses an address or an identifier of this academy’s.' },
  signerUnknown: { zh: '签署文件的不是本学院。', en: 'It was not this academy that signed the file.' },
  foreignStatus: {
    zh: '吊销状态在颁发机构的网站上，核验时从不联网读取。',
    en: 'Its status stands on the issuer’s site, and nothing is ever fetched during a check.',
  },
  noStatus: {
    zh: '凭证没有写明吊销状态，是否已被吊销无从得知。',
    en: 'The credential states no status, so it cannot be told whether it was revoked.',
  },
  statusUnreadable: { zh: '吊销状态无法读取。', en: 'Its status cannot be read.' },
  differs: { zh: '内容与学院的登记不同。', en: 'It says something else than the academy’s register.' },
  otherBytes: {
    zh: '内容相同，只是文件的写法与原件不同。',
    en: 'It says the same; only the file is written differently from the original.',
  },
  writtenDifferently: {
    zh: '文件的写法与颁发时不同，无法与原件对照。请向持证人索取原件。',
    en: 'It is written differently from what was issued, so it cannot be matched. Ask the holder for the original file.',
  },
  printedAnew: {
    zh: '文件是另存或重新生成的，不是学院颁发的原件。',
    en: 'It was saved anew or made again: this is not the file that was issued.',
  },
  notOurs: { zh: '这份凭证由别的机构颁发。', en: 'Another issuer gave this credential.' },
  notIssuedHere: {
    zh: '签名是本学院的，但登记中没有这份证书。请联系学院。',
    en: 'The signature is the academy’s, yet the register has no such certificate. Please tell the academy.',
  },
  notYetValid: { zh: '生效日期还没有到。', en: 'Its first day is still to come.' },
};

/** Reasons for the result of a step. */
export const reasonMessages = Object.fromEntries(
  Object.entries(WHYS).map(([why, phrase]) => [`check.why_${why}`, phrase]),
) as Messages;
