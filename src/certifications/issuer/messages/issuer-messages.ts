import { defineMessages } from '../../../platform/index.js';

/** Public issuer page, and the office's page of signing keys. */
export const issuerPageMessages = defineMessages({
  'issuer.title': { zh: '颁发机构与密钥指纹', en: 'Issuer and key fingerprints' },
  'issuer.lead': {
    zh: '这里列出本学院颁发证书用过的全部签名密钥。用其他软件核验证书时，请与它显示的指纹对照。',
    en: 'All keys with which this academy has signed certificates. When other software verifies a certificate, compare the fingerprint it shows with this page.',
  },
  'issuer.who': { zh: '颁发机构标识', en: 'Issuer identity' },
  'issuer.did': { zh: '机构 DID', en: 'Issuer DID' },
  'issuer.did_document': { zh: 'DID 文档', en: 'DID document' },
  'issuer.log_address': { zh: '公开日志', en: 'Public log' },
  'issuer.compare': { zh: '如何对照', en: 'How to compare' },
  'issuer.compare_text': {
    zh: '网页本身也可能被冒充。重要的核验请另找渠道核对一遍指纹：打电话给学院，或看学院纸质文件上印的指纹。',
    en: 'A web page can be imitated too. For important verifications, confirm a fingerprint through another channel: call the academy or look at its printed documents.',
  },
  'issuer.pdf_text': {
    zh: 'PDF 阅读器默认不认识学院自己的根证书，会说“签名者身份未知”；文件未被改动这一点不受影响。下载根证书、对照指纹、加入受信任的证书后，阅读器就会显示签名有效。',
    en: 'PDF readers do not trust an academy’s own root certificate and report the signer as unknown. They still detect whether the file was altered. Download the root certificate, compare its fingerprint and add it to your trusted certificates; the reader then shows the signature as valid.',
  },
  'issuer.none': {
    zh: '还没有密钥，学院第一次颁发证书前会自动生成。',
    en: 'No keys yet. They are created automatically before the first certificate is issued.',
  },
  'issuer.download_root': { zh: '下载证书', en: 'Download certificate' },
  'issuer.from': { zh: '启用', en: 'Active from' },
  'issuer.until': { zh: '停用', en: 'Active until' },
  'issuer.fingerprint': { zh: '指纹', en: 'Fingerprint' },
  'issuer.state': { zh: '状态', en: 'State' },
  'issuer.note': { zh: '说明', en: 'Note' },
  'issuer.state_active': { zh: '正在签名', en: 'Active' },
  'issuer.state_retired': { zh: '已停用', en: 'Retired' },
  'issuer.state_compromised': { zh: '已泄露', en: 'Compromised' },
  'issuer.kind_assertion': {
    zh: '数字凭证（Open Badges 3.0）与状态列表',
    en: 'Open Badges 3.0 credentials and status lists',
  },
  'issuer.kind_jwt': { zh: 'JWT 形式的数字凭证与核验回执', en: 'Credentials as JWT, and receipts' },
  'issuer.kind_log': { zh: '公开日志', en: 'Public log' },
  'issuer.kind_paperRoot': { zh: 'PDF 签名的根证书', en: 'Root certificate of PDF signatures' },
  'issuer.kind_paperSigner': { zh: 'PDF 签名者', en: 'PDF signer' },
  'issuer.form_assertion': { zh: 'Ed25519 公钥（Multikey）', en: 'Ed25519 public key (Multikey)' },
  'issuer.form_jwt': {
    zh: 'P-256 公钥的 SHA-256 摘要（RFC 7638）',
    en: 'SHA-256 thumbprint of the P-256 key (RFC 7638)',
  },
  'issuer.form_log': { zh: '验证密钥（C2SP 格式）', en: 'Verifier key (C2SP format)' },
  'issuer.form_paperRoot': { zh: '证书的 SHA-256 指纹', en: 'SHA-256 fingerprint of the certificate' },
  'issuer.form_paperSigner': { zh: '证书的 SHA-256 指纹', en: 'SHA-256 fingerprint of the certificate' },

  'issuer_keys.title': { zh: '签名密钥', en: 'Signing keys' },
  'issuer_keys.lead': {
    zh: '学院颁发证书时用这些密钥签名。更换只会增加新密钥，旧密钥签过的证书照样有效。',
    en: 'The academy signs certificates with these keys. Rotation adds a new key; what the old one signed stays valid.',
  },
  'issuer_keys.public_page': { zh: '公开的指纹页', en: 'Public fingerprint page' },
  'issuer_keys.import': { zh: '导入签名证书', en: 'Import signing certificate' },
  'issuer_keys.other_did': { zh: '旧地址', en: 'Former address' },
  'issuer_keys.rotate': { zh: '更换', en: 'Rotate' },
  'issuer_keys.declare': { zh: '宣布泄露', en: 'Declare compromised' },
  'issuer_keys.acts': { zh: '操作', en: 'Actions' },
  'issuer_keys.backup_title': { zh: '备份', en: 'Backup' },
  'issuer_keys.backup_text': {
    zh: '私钥加密存放在数据库里，解密用的主密钥在数据目录的 keys/master.key，或环境变量 MASTER_KEY。两者要一起备份、分开保管：丢了主密钥就不能再用现有密钥签名，已颁发的证书不受影响。',
    en: 'Private keys are stored encrypted in the database. The master key that decrypts them is keys/master.key in the data folder, or the environment variable MASTER_KEY. Back up both and store them separately. Without the master key, the existing keys can no longer sign; certificates already issued are not affected.',
  },
  'issuer_keys.rotate_title': { zh: '更换密钥：{kind}', en: 'Rotate key: {kind}' },
  'issuer_keys.rotate_new': {
    zh: '现在生成一把新密钥，此后的签名都用它。',
    en: 'A new key is created now and signs from now on.',
  },
  'issuer_keys.rotate_old': {
    zh: '旧密钥停止签名，永久保留在 DID 文档和指纹页上；它签过的证书照样通过核验。',
    en: 'The old key stops signing. It stays in the DID document and on the fingerprint page permanently, and what it signed can still be verified.',
  },
  'issuer_keys.rotate_log': {
    zh: '保存了旧验证密钥的人，要到指纹页取新的。',
    en: 'Anyone who has stored the old verifier key needs to fetch the new one from the fingerprint page.',
  },
  'issuer_keys.rotate_paper': {
    zh: '阅读器信任的是根证书；只更换签名者时，读者不用做任何事。',
    en: 'PDF readers trust the root certificate. If only the signer changes, people who read the PDFs need not do anything.',
  },
  'issuer_keys.name_on_root': {
    zh: '新证书以这个名称签名，阅读软件会显示它：',
    en: 'New certificates are in this name, which PDF readers show:',
  },
  'issuer_keys.rotate_root': {
    zh: '由这张根证书签发的签名者一起更换；导入的签名者不变。读者要重新下载并信任新的根证书。',
    en: 'A signer that this root issued changes with it; an imported signer stays. People who read the PDFs need to download and trust the new root certificate.',
  },
  'issuer_keys.rotated': { zh: '已更换，新密钥从现在起签名。', en: 'Key rotated. The new key signs from now on.' },
  'issuer_keys.compromise_title': { zh: '宣布密钥泄露', en: 'Declare a key compromised' },
  'issuer_keys.compromise_heading': {
    zh: '这把密钥签过的一切将不再可信',
    en: 'Nothing signed with this key can be trusted any more',
  },
  'issuer_keys.compromise_now': {
    zh: '它立即停止签名，不再列入 DID 文档的 assertionMethod，并标明已吊销；一把新密钥马上接替。',
    en: 'It stops signing immediately. In the DID document it is marked as revoked and removed from assertionMethod. A new key takes over.',
  },
  'issuer_keys.compromise_count': {
    zh: '它签过的证书：{count} 份。证书文件在其他软件里将核验不通过，需要换发；本站的二维码与编号核验不受影响。',
    en: 'Certificates signed with it: {count}. Their files will fail verification in other software and need to be replaced. Verification by QR code and number on this site is not affected.',
  },
  'issuer_keys.compromise_never_back': { zh: '不能撤回。', en: 'This cannot be undone.' },
  'issuer_keys.compromise_next': {
    zh: '接下来：吊销来历不明的证书，给每位持证人换发；步骤见运维文档“密钥泄露时”。',
    en: 'Next: revoke certificates that the register does not contain, and replace those of every holder. The steps are in the operations guide under “When a key is compromised”.',
  },
  'issuer_keys.reason': { zh: '公开说明', en: 'Public explanation' },
  'issuer_keys.reason_hint': {
    zh: '写明从什么时候起不可信。会显示在公开的指纹页上，不要写个人信息。',
    en: 'State since when the key cannot be trusted. Shown on the public fingerprint page; do not include personal data.',
  },
  'issuer_keys.compromised': {
    zh: '已宣布泄露，新密钥已接替。请按运维文档换发受影响的证书。',
    en: 'Key declared compromised; a new key has taken over. Replace the affected certificates as described in the operations guide.',
  },
  'issuer_keys.import_title': { zh: '导入 PDF 签名证书', en: 'Import PDF signing certificate' },
  'issuer_keys.import_lead': {
    zh: '如果学院有受信任机构签发的文档签名证书，可以用它代替自己的根证书签 PDF。只影响以后制作的 PDF。',
    en: 'If the academy has a document signing certificate from a trusted authority, it can sign PDFs with that instead of its own root. This applies to PDFs from now on.',
  },
  'issuer_keys.import_file': { zh: 'PKCS#12 文件', en: 'PKCS#12 file' },
  'issuer_keys.import_file_hint': {
    zh: '.p12 或 .pfx，含私钥、证书和上级证书；P-256 或 RSA。',
    en: '.p12 or .pfx with the private key, its certificate and the certificates above it. P-256 or RSA.',
  },
  'issuer_keys.import_password': { zh: '文件密码', en: 'File password' },
  'issuer_keys.import_password_hint': { zh: '只用来打开文件，不保存。', en: 'Used only to open the file; not stored.' },
  'issuer_keys.import_act': { zh: '导入并启用', en: 'Import and use' },
  'issuer_keys.imported_untrusted': {
    zh: '已导入，以后的 PDF 由它签名。但证书的用途里没有“电子邮件保护”，Okular、Evince 等阅读器会把签名显示为不受信任；请向颁发机构要一张含这项用途（或不限定用途）的证书。',
    en: 'Imported. PDFs are signed with it from now on. Its permitted uses do not include “email protection”, so readers such as Okular and Evince show its signatures as untrusted. Ask the authority for a certificate that includes this use or does not limit its uses.',
  },
  'issuer_keys.untrusted': {
    zh: '用途里没有“电子邮件保护”：Okular、Evince 等阅读器不信任它的签名',
    en: '“Email protection” is not among its permitted uses: readers such as Okular and Evince do not trust its signatures',
  },
  'issuer_keys.imported': { zh: '已导入，以后的 PDF 由它签名。', en: 'Imported. PDFs are signed with it from now on.' },
});
