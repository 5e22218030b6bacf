import { defineMessages } from '../../../platform/index.js';

/** Public issuer page, and the office's page of signing keys. */
export const issuerPageMessages = defineMessages({
  'issuer.title': { zh: '颁发机构与密钥指纹', en: 'The issuer and its fingerprints' },
  'issuer.lead': {
    zh: '这里列出本学院签发证书用过的全部密钥。用别的软件核验证书时，请与它显示的指纹对照。',
    en: 'Every key that this academy has signed certificates with. When other software checks a certificate, compare what it shows with this page.',
  },
  'issuer.who': { zh: '颁发机构标识', en: 'Who the issuer is' },
  'issuer.did': { zh: '机构 DID', en: 'Issuer’s DID' },
  'issuer.did_document': { zh: 'DID 文档', en: 'DID document' },
  'issuer.log_address': { zh: '证书日志', en: 'Certificate log' },
  'issuer.compare': { zh: '怎样对照', en: 'How to compare' },
  'issuer.compare_text': {
    zh: '网页本身也可能被冒充。重要的核验请另找渠道核对一遍指纹：打电话给学院，或看学院纸质文件上印的指纹。',
    en: 'A web page can be imitated too. For what matters, compare a fingerprint by another way as well: telephone the academy, or look at its printed papers.',
  },
  'issuer.pdf_text': {
    zh: 'PDF 阅读器默认不认识学院自己的根证书，会说“签名者身份未知”；文件未被改动这一点不受影响。下载根证书、对照指纹、加入受信任的证书后，阅读器就会显示签名有效。',
    en: 'PDF readers do not know an academy’s own root and call the signer unknown; that the file is unchanged they tell all the same. Download the root, compare its fingerprint, add it to the trusted certificates, and the reader shows the signature as valid.',
  },
  'issuer.none': {
    zh: '还没有密钥，学院第一次签发证书前会自动生成。',
    en: 'There are no keys yet. They are made before the first certificate is issued.',
  },
  'issuer.download_root': { zh: '下载证书', en: 'Download certificate' },
  'issuer.from': { zh: '启用', en: 'Signs since' },
  'issuer.until': { zh: '停用', en: 'Signed until' },
  'issuer.fingerprint': { zh: '指纹', en: 'Fingerprint' },
  'issuer.state': { zh: '状态', en: 'State' },
  'issuer.note': { zh: '说明', en: 'Note' },
  'issuer.state_active': { zh: '正在签名', en: 'Signs now' },
  'issuer.state_retired': { zh: '已停用', en: 'Retired' },
  'issuer.state_compromised': { zh: '已泄露', en: 'Compromised' },
  'issuer.kind_assertion': {
    zh: '电子证书（Open Badges 3.0）与状态列表',
    en: 'Open Badges 3.0 credentials and status lists',
  },
  'issuer.kind_jwt': { zh: '电子证书的 JWT 形式与核验回执', en: 'Credentials as JWT, and answer files' },
  'issuer.kind_log': { zh: '证书日志', en: 'The log of certificates' },
  'issuer.kind_paperRoot': { zh: 'PDF 签名的根证书', en: 'Root of PDF signatures' },
  'issuer.kind_paperSigner': { zh: 'PDF 签名者', en: 'Signer of PDFs' },
  'issuer.form_assertion': { zh: 'Ed25519 公钥（Multikey）', en: 'Ed25519 public key (Multikey)' },
  'issuer.form_jwt': {
    zh: 'P-256 公钥的 SHA-256 摘要（RFC 7638）',
    en: 'SHA-256 thumbprint of the P-256 key (RFC 7638)',
  },
  'issuer.form_log': { zh: '验证密钥（C2SP 格式）', en: 'Verifier key (C2SP)' },
  'issuer.form_paperRoot': { zh: '证书的 SHA-256 指纹', en: 'SHA-256 fingerprint of the certificate' },
  'issuer.form_paperSigner': { zh: '证书的 SHA-256 指纹', en: 'SHA-256 fingerprint of the certificate' },

  'issuer_keys.title': { zh: '签名密钥', en: 'Signing keys' },
  'issuer_keys.lead': {
    zh: '学院用这些密钥签发证书。更换只会增加新密钥，旧密钥签过的证书照样有效。',
    en: 'The academy signs with these keys. Rotating adds a key; what the old one signed still holds.',
  },
  'issuer_keys.public_page': { zh: '公开的指纹页', en: 'Public page of fingerprints' },
  'issuer_keys.import': { zh: '导入签名证书', en: 'Import a signer' },
  'issuer_keys.other_did': { zh: '旧地址', en: 'Former address' },
  'issuer_keys.rotate': { zh: '更换', en: 'Rotate' },
  'issuer_keys.declare': { zh: '宣布泄露', en: 'Declare compromised' },
  'issuer_keys.acts': { zh: '操作', en: 'Acts' },
  'issuer_keys.backup_title': { zh: '备份', en: 'Backup' },
  'issuer_keys.backup_text': {
    zh: '私钥加密存放在数据库里，解密用的主密钥在数据目录的 keys/master.key，或环境变量 MASTER_KEY。两者要一起备份、分开保管：丢了主密钥就不能再用现有密钥签名，已签发的证书不受影响。',
    en: 'Private keys are stored encrypted in the database; what opens them is keys/master.key in the data folder, or MASTER_KEY. Back up both, keep them apart. Without the master key these keys can sign no more; certificates already issued still verify.',
  },
  'issuer_keys.rotate_title': { zh: '更换密钥：{kind}', en: 'Rotate: {kind}' },
  'issuer_keys.rotate_new': {
    zh: '现在生成一把新密钥，此后的签名都用它。',
    en: 'A new key is made now and signs from here on.',
  },
  'issuer_keys.rotate_old': {
    zh: '旧密钥停止签名，永久保留在 DID 文档和指纹页上；它签过的证书照样通过核验。',
    en: 'The old one stops signing and stays in the DID document and on the page of fingerprints for good; what it signed keeps verifying.',
  },
  'issuer_keys.rotate_log': {
    zh: '保存了旧验证密钥的人，要到指纹页取新的。',
    en: 'Whoever keeps the log’s verifier key has to fetch the new one from the page of fingerprints.',
  },
  'issuer_keys.rotate_paper': {
    zh: '阅读器信任的是根证书；只换签名者，读者不用做任何事。',
    en: 'Readers trust the root: a new signer alone asks nothing of them.',
  },
  'issuer_keys.rotate_root': {
    zh: '根证书和签名者一起更换；读者要重新下载并信任新的根证书。',
    en: 'Root and signer change together; readers have to download and trust the new root.',
  },
  'issuer_keys.rotated': { zh: '已更换，新密钥从现在起签名。', en: 'Rotated. The new key signs from now on.' },
  'issuer_keys.compromise_title': { zh: '宣布密钥泄露', en: 'Declare a key compromised' },
  'issuer_keys.compromise_heading': {
    zh: '这把密钥签过的一切将不再可信',
    en: 'Nothing that this key signed will be believed any more',
  },
  'issuer_keys.compromise_now': {
    zh: '它立即停止签名，从 DID 文档的签发权限中移除并标明已撤销；另一把新密钥马上接替。',
    en: 'It stops signing at once and loses the right to assert in the DID document, marked as revoked; a new key takes over.',
  },
  'issuer_keys.compromise_count': {
    zh: '它签过的证书：{count} 份。电子文件在别处将核验不通过，需要换发；本站的二维码与编号核验不受影响。',
    en: 'Certificates that it signed: {count}. Their files will fail elsewhere and need replacing; the QR code and number on this site still answer.',
  },
  'issuer_keys.compromise_never_back': { zh: '不能撤回。', en: 'This cannot be taken back.' },
  'issuer_keys.compromise_next': {
    zh: '接下来：吊销不认识的证书，给每位持证人换发；步骤见运维文档“密钥泄露时”。',
    en: 'Then: revoke what the register does not know, reissue for every holder. The steps are in the operations guide under “When a key is compromised”.',
  },
  'issuer_keys.reason': { zh: '公开说明', en: 'What strangers read' },
  'issuer_keys.reason_hint': {
    zh: '写明从什么时候起不可信。会显示在公开的指纹页上，不要写个人信息。',
    en: 'Say since when it cannot be trusted. It stands on the public page of fingerprints; write no personal data.',
  },
  'issuer_keys.compromised': {
    zh: '已宣布泄露，新密钥已接替。请按运维文档换发受影响的证书。',
    en: 'Declared compromised; a new key has taken over. Replace the certificates concerned, as the operations guide says.',
  },
  'issuer_keys.import_title': { zh: '导入 PDF 签名证书', en: 'Import a signer of PDFs' },
  'issuer_keys.import_lead': {
    zh: '如果学院有受信任机构签发的文档签名证书，可以用它代替自己的根证书签 PDF。只影响以后签发的 PDF。',
    en: 'If a trusted authority has issued the academy a certificate for signing documents, it can sign PDFs instead of the academy’s own root. It concerns PDFs from now on.',
  },
  'issuer_keys.import_file': { zh: 'PKCS#12 文件', en: 'PKCS#12 file' },
  'issuer_keys.import_file_hint': {
    zh: '.p12 或 .pfx，含私钥、证书和上级证书；P-256 或 RSA。',
    en: '.p12 or .pfx with the private key, its certificate and those above it; P-256 or RSA.',
  },
  'issuer_keys.import_password': { zh: '文件密码', en: 'The file’s password' },
  'issuer_keys.import_password_hint': { zh: '只用来打开文件，不保存。', en: 'Used to open the file and not kept.' },
  'issuer_keys.import_act': { zh: '导入并启用', en: 'Import and use' },
  'issuer_keys.imported_untrusted': {
    zh: '已导入，以后的 PDF 由它签名。但证书的用途里没有“电子邮件保护”，Okular、Evince 等阅读器会把签名显示为不受信任；请向颁发机构要一张含这项用途（或不限定用途）的证书。',
    en: 'Imported; it signs PDFs from now on. But “email protection” is not among its purposes, and readers such as Okular and Evince will call its signatures untrusted: ask the authority for a certificate with that purpose, or with none stated.',
  },
  'issuer_keys.untrusted': {
    zh: '用途里没有“电子邮件保护”：Okular、Evince 等阅读器不信任它的签名',
    en: '“Email protection” is not among its purposes: readers such as Okular and Evince do not trust its signatures',
  },
  'issuer_keys.imported': { zh: '已导入，以后的 PDF 由它签名。', en: 'Imported. It signs PDFs from now on.' },
});
