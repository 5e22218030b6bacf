import { defineWords, type Phrase, type Words } from '../../../platform/index.js';
import type { Outcome, Step, Verdict, VerificationVerdict, Why } from '../../core/index.js';

type Told = Record<Outcome, Phrase>;

const STEPS: Record<Step, Told> = {
  number: {
    ok: { zh: '编号没有打错', en: 'The number is well formed' },
    failed: { zh: '编号打错了', en: 'The number is mistyped' },
    unknown: { zh: '编号没有检查', en: 'The number was not checked' },
  },
  format: {
    ok: { zh: '文件可以读取', en: 'The file can be read' },
    failed: { zh: '文件不是能核验的证书', en: 'The file is no certificate that can be checked' },
    unknown: { zh: '文件格式没有检查', en: 'The form of the file was not checked' },
  },
  whole: {
    ok: { zh: '整份文件都在签名之内', en: 'The whole file is covered' },
    failed: { zh: '有内容不在签名之内', en: 'Some of the file is not covered' },
    unknown: { zh: '看不出整份文件是否完整', en: 'Whether the file is whole could not be told' },
  },
  signature: {
    ok: { zh: '数字签名与内容相符', en: 'The signature fits the content' },
    failed: { zh: '数字签名与内容不符', en: 'The signature does not fit the content' },
    unknown: { zh: '数字签名未能检查', en: 'The signature could not be checked' },
  },
  issuerKey: {
    ok: { zh: '签名密钥属于文件所写的颁发机构', en: 'The key belongs to the issuer that the file names' },
    failed: { zh: '签名密钥不属于文件所写的颁发机构', en: 'The key does not belong to the issuer that the file names' },
    unknown: { zh: '未能确认签名密钥属于谁', en: 'Whose key it is could not be told' },
  },
  claims: {
    ok: { zh: '没有冒用本学院的名义', en: 'It does not present itself as this academy’s' },
    failed: {
      zh: '自称由本学院颁发，但没有本学院的签名',
      en: 'It presents itself as this academy’s, without this academy’s signature',
    },
    unknown: { zh: '没有检查是否冒用本学院的名义', en: 'Whether it presents itself as this academy’s was not checked' },
  },
  register: {
    ok: { zh: '在学院的登记中', en: 'It stands in the academy’s register' },
    failed: { zh: '学院的登记中没有', en: 'It is not in the academy’s register' },
    unknown: { zh: '未能查阅学院的登记', en: 'The academy’s register could not be asked' },
  },
  unaltered: {
    ok: { zh: '与颁发时完全一致，没有改动', en: 'Unaltered: it says what was issued' },
    failed: { zh: '与颁发时不一致，有改动', en: 'Altered: it is not what was issued' },
    unknown: { zh: '未能与颁发时的文件对照', en: 'It could not be compared with what was issued' },
  },
  notRevoked: {
    ok: { zh: '没有被吊销', en: 'Not revoked' },
    failed: { zh: '已被吊销', en: 'Revoked' },
    unknown: { zh: '未能查到是否被吊销', en: 'Whether it was revoked could not be told' },
  },
  notReplaced: {
    ok: { zh: '没有被新证书取代', en: 'Not replaced' },
    failed: { zh: '已由新证书取代', en: 'Replaced by a new certificate' },
    unknown: { zh: '未能查到是否换发', en: 'Whether it was replaced could not be told' },
  },
  notExpired: {
    ok: { zh: '在有效期内', en: 'Not past its last day' },
    failed: { zh: '已过有效期', en: 'Past its last day' },
    unknown: { zh: '有效期未能确认', en: 'Its last day could not be told' },
  },
  log: {
    ok: { zh: '已记入公开日志', en: 'It stands in the public log' },
    failed: { zh: '与公开日志不符', en: 'It does not agree with the public log' },
    unknown: { zh: '公开日志没有查', en: 'The public log was not asked' },
  },
};

const WHYS: Record<Why, Phrase> = {
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

const VERDICTS: Record<
  Exclude<VerificationVerdict, Verdict> | 'claims' | 'damaged' | 'otherDocument',
  { word: Phrase; heading: Phrase; sentence?: Phrase }
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
      en: 'That is neither good nor bad. The steps below say what is missing.',
    },
  },
  invalid: {
    word: { zh: '无效', en: 'Invalid' },
    heading: { zh: '这份文件不可信', en: 'This file cannot be trusted' },
    sentence: {
      zh: '它被改动过，或者不是所写机构签署的，所以这里不显示其中任何内容。',
      en: 'It was altered, or somebody else signed it, so nothing that it says is shown here.',
    },
  },
  nothingToCheck: {
    word: { zh: '无可核验', en: 'Nothing to check' },
    heading: { zh: '文件里没有可以核验的内容', en: 'There is nothing in this file that can be checked' },
    sentence: {
      zh: '没有找到可以核验的数字签名或数字凭证。这不表示证书有问题：聊天软件转发图片、截图、拍照、另存文件，都会丢掉它们。',
      en: 'No digital signature or credential was found that can be checked. That says nothing against the certificate: chat programs, screenshots, photos and saving a file anew all drop them.',
    },
  },
  damaged: {
    word: { zh: '文件损坏', en: 'Damaged' },
    heading: {
      zh: '文件已损坏或不完整，无法核验',
      en: 'The file is damaged or incomplete, so it could not be checked',
    },
    sentence: {
      zh: '常见的原因是下载中断，或者在转发、保存时出了错。这不表示证书有问题。',
      en: 'Most often a download broke off, or the file was damaged while it was sent or saved. That says nothing against the certificate.',
    },
  },
  otherDocument: {
    word: { zh: '不是证书', en: 'Not a certificate' },
    heading: { zh: '这份文件不是证书', en: 'This file is not a certificate' },
  },
  claims: {
    word: { zh: '非本学院签署', en: 'Not this academy’s' },
    heading: {
      zh: '文件自称由本学院颁发，但没有本学院的签名',
      en: 'It presents itself as this academy’s, but this academy did not sign it',
    },
    sentence: {
      zh: '本学院颁发的证书都有学院自己密钥的签名。请不要把这份文件当作本学院的证书。',
      en: 'Certificates of this academy are signed with its own keys. Do not take this file for one of them.',
    },
  },
  foreign: {
    word: { zh: '其他机构', en: 'Another issuer' },
    heading: { zh: '签名相符，但不是本学院颁发的', en: 'The signature fits, but this academy did not issue it' },
    sentence: {
      zh: '凭证从签署以来没有改动。签名的密钥由持有者自己命名，颁发机构究竟是谁，请另行确认。',
      en: 'Nothing was changed since it was signed. The key names only itself: who the issuer really is, you have to find out elsewhere.',
    },
  },
};

function keyed(): Words {
  const steps = Object.entries(STEPS).flatMap(([step, told]) =>
    Object.entries(told).map(([outcome, phrase]) => [`check.step_${step}_${outcome}`, phrase]),
  );
  const whys = Object.entries(WHYS).map(([why, phrase]) => [`check.why_${why}`, phrase]);
  const verdicts = Object.entries(VERDICTS).flatMap(([verdict, said]) =>
    Object.entries(said).map(([part, phrase]) => [`check.${part}_${verdict}`, phrase]),
  );
  return Object.fromEntries([...steps, ...whys, ...verdicts]) as Words;
}

const DO_NEXT: Record<VerificationVerdict | 'claims' | 'damaged' | 'otherDocument', Phrase> = {
  damaged: {
    zh: '请重新下载后再核验，或请持证人重新发送 PDF 原件；也可以用证书上的编号和姓名核验。',
    en: 'Download it again and check it then, or ask the holder to send the PDF again; or check the number and the name on it.',
  },
  otherDocument: {
    zh: '请选择证书本身的文件，或用证书上的编号和姓名核验。',
    en: 'Choose the file of the certificate itself, or check the number and the name on it.',
  },
  nothingToCheck: {
    zh: '请向持证人索取学院颁发的 PDF 原件，或者证书链接、二维码；也可以用证书上的编号和姓名核验。',
    en: 'Ask the holder for the PDF as it was issued, or for the certificate’s link or QR code; or check the number and the name on it.',
  },
  claims: {
    zh: '请向持证人索取证书链接或二维码，或用编号和姓名核验，并请把这份文件告知学院。',
    en: 'Ask the holder for the link or the QR code, or check number and name, and please tell the academy about this file.',
  },
  foreign: {
    zh: '请到该机构自己的网站或联系该机构，确认这个标识属于它。',
    en: 'Ask the issuer, on a site or a number that you know, whether this identifier is theirs.',
  },
  valid: {
    zh: '请把下面每一项与纸面或屏幕上的证书逐项对照。',
    en: 'Compare every line below with the paper or the screen in front of you.',
  },
  expired: {
    zh: '当时真实有效。是否接受由您决定；需要有效证书时，请持证人续证。',
    en: 'It was genuine. Whether to accept it is yours to decide; ask the holder to renew it if you need one that holds.',
  },
  revoked: { zh: '有疑问请联系学院。', en: 'Where you are in doubt, ask the academy.' },
  superseded: { zh: '请以新证书为准。', en: 'The new certificate counts.' },
  notFound: {
    zh: '请向持证人索取二维码链接，或改用编号与姓名核验。',
    en: 'Ask the holder for the link in the QR code, or check number and name.',
  },
  couldNotCheck: {
    zh: '可以改用证书上的编号与姓名核验，或扫描二维码。',
    en: 'Check the number and the name on the certificate instead, or scan its QR code.',
  },
  invalid: {
    zh: '请向持证人索取颁发时的原件，或改用编号与姓名核验。怀疑伪造时请告知学院。',
    en: 'Ask the holder for the original, or check number and name. Where you suspect a forgery, please tell the academy.',
  },
};

export const verificationWords = {
  ...keyed(),
  ...(Object.fromEntries(
    Object.entries(DO_NEXT).map(([verdict, phrase]) => [`check.next_${verdict}`, phrase]),
  ) as Words),
  ...defineWords({
    'check.steps': { zh: '核验步骤', en: 'Steps of the check' },
    'check.outcome_ok': { zh: '通过', en: 'Passed' },
    'check.outcome_failed': { zh: '未通过', en: 'Failed' },
    'check.outcome_unknown': { zh: '未能检查', en: 'Could not check' },
    'check.outcome_notStated': { zh: '未写明', en: 'Not stated' },
    'check.outcome_notProven': { zh: '不能证明', en: 'Not proven' },
    'check.outcome_notApplicable': { zh: '不适用', en: 'Not applicable' },
    'check.outcome_nothing': { zh: '无可核验', en: 'Nothing to check' },
    'check.step_register_notOurs': {
      zh: '不在学院的登记范围内',
      en: 'The academy’s register lists only its own certificates',
    },
    'check.title': { zh: '文件核验结果', en: 'Result of the check' },
    'check.of_file': { zh: '核验的文件', en: 'The file that was checked' },
    'check.form': { zh: '文件格式', en: 'Form' },
    'check.fingerprint': { zh: '文件指纹（SHA-256）', en: 'Fingerprint (SHA-256)' },
    'check.next': { zh: '接下来', en: 'What to do now' },
    'check.foreign_claims': { zh: '凭证自己所写', en: 'What the credential says of itself' },
    'check.foreign_issuer': { zh: '颁发机构', en: 'Issuer' },
    'check.foreign_key': { zh: '颁发机构标识', en: 'Issuer’s identifier' },
    'check.foreign_recipient': { zh: '持证人', en: 'Holder' },
    'check.foreign_achievement': { zh: '内容', en: 'For' },
    'check.foreign_from': { zh: '生效时间', en: 'Valid from' },
    'check.foreign_until': { zh: '有效期至', en: 'Valid until' },
    'check.not_stated': { zh: '没有写明', en: 'Not stated' },
    'check.see_certificate': { zh: '打开证书页面', en: 'Open the certificate’s page' },
    'check.another': { zh: '再核验一份', en: 'Verify another' },
    'check.privacy': {
      zh: '您的文件只在内存中检查，不保存，也不发送给任何人。',
      en: 'Your file is checked in memory; it is neither kept nor sent to anybody.',
    },
    'receipt.title': { zh: '核验回执', en: 'Receipt of a verification' },
    'receipt.act': { zh: '生成核验回执', en: 'Make a receipt' },
    'receipt.lead': {
      zh: '记下何时核验、结果如何。凭回执号任何人都能再查一次。',
      en: 'Says when it was checked and what the answer was. Anybody with its reference can look it up again.',
    },
    'receipt.reference': { zh: '回执号', en: 'Reference' },
    'receipt.at': { zh: '核验时间', en: 'Checked at' },
    'receipt.answer': { zh: '当时的结果', en: 'The answer then' },
    'receipt.checkpoint': { zh: '公开日志检查点', en: 'Checkpoint of the public log' },
    'receipt.no_checkpoint': { zh: '当时还没有公开日志', en: 'There was no public log then' },
    'receipt.now': { zh: '查看证书现在的状态', en: 'See what holds now' },
    'receipt.note': {
      zh: '回执只说明核验当时的结果。之后可能吊销、换发或到期，请随时重新核验。',
      en: 'It tells what held at that time. Since then the certificate may have been revoked, replaced or expired: check again when it matters.',
    },
    'receipt.kept': { zh: '用回执号可以查到{until:day}。', en: 'It can be looked up until {until:day}.' },
    'receipt.not_shown': {
      zh: '持证人目前没有公开这份证书，所以这里不显示内容。',
      en: 'Its holder does not show this certificate at present, so nothing of it stands here.',
    },
    'receipt.print': {
      zh: '用浏览器的打印功能打印或存为 PDF。',
      en: 'Print it, or save it as PDF, with your browser.',
    },
    'verification.by_number': { zh: '用编号和姓名', en: 'By number and name' },
    'verification.by_file': { zh: '用证书文件', en: 'By file' },
    'verification.by_file_text': {
      zh: '把证书文件拖到这里，或点按选择。会与颁发时的原件对照，改动一个字也能发现。',
      en: 'Drop the file here, or choose it. It is compared with what was issued: one changed character is found.',
    },
    'verification.file': { zh: '证书文件', en: 'The certificate’s file' },
    'verification.file_hint': {
      zh: 'PDF、PNG、JSON 或 JWT，不超过 5 MB。其他机构的开放徽章凭证也能检查。',
      en: 'PDF, PNG, JSON or JWT, at most 5 MB. Open Badges of other issuers can be checked too.',
    },
    'verification.file_act': { zh: '核验文件', en: 'Check the file' },
    'verification.by_scan': { zh: '扫描二维码', en: 'Scan the QR code' },
    'verification.by_scan_text': {
      zh: '用手机相机或微信“扫一扫”对准证书上的二维码，不用安装任何软件。',
      en: 'Point the camera of a phone, or WeChat’s scanner, at the QR code on the certificate. Nothing needs to be installed.',
    },
    'verification.scan_act': { zh: '在这里扫描', en: 'Scan here' },
    'verification.scan_stop': { zh: '停止扫描', en: 'Stop scanning' },
    'verification.scan_photo': { zh: '从照片识别', en: 'Read a photo' },
    'verification.scan_none': {
      zh: '没有识别到证书的二维码，请靠近一些再试。',
      en: 'No certificate’s QR code was recognised. Move closer and try again.',
    },
    'verification.scan_denied': {
      zh: '没有获得使用相机的许可，请在浏览器里允许，或改用编号和姓名。',
      en: 'The camera may not be used. Allow it in your browser, or check number and name.',
    },
  }),
};
