import { defineMessages } from '../../../platform/index.js';

export const developerMessages = defineMessages({
  'developers.title': { zh: '核验接口', en: 'Verification API' },
  'developers.lead': {
    zh: '用人单位的程序按编号和姓名核验证书，一次最多 1,000 份；状态变化时得到通知；名单的答复带有签名。',
    en: 'Verify certificates by number and name from your own software, up to 1,000 at a time. Receive status changes, and keep signed answers to lists.',
  },
  'developers.openapi': { zh: 'OpenAPI 3.1 描述', en: 'OpenAPI 3.1 description' },
  'developers.start': { zh: '取得密钥', en: 'Get a key' },
  'developers.start_text': {
    zh: '请学院登记贵单位，并添加可以登录的联系人。联系人登录后在“密钥”页生成密钥，也可以请学院代为生成。密钥放在请求头里，不要写进网页或代码仓库。',
    en: 'Ask the academy to register your company and add a contact who can sign in. The contact creates a key under “Keys”; the academy can create one too. Send the key in a header, and keep it out of web pages and repositories.',
  },
  'developers.verify': { zh: '核验', en: 'Verify' },
  'developers.verify_text': {
    zh: '请求写明用途，持证人能看到是谁、何时、为何核验。每一项都会得到回答，顺序不变；有错的项不影响其他项。',
    en: 'State a purpose: holders see who verified their certificate, when and why. Every item is answered, in order; an error in one does not affect the others.',
  },
  'developers.answer': { zh: '回答', en: 'The answer' },
  'developers.verdict_valid': {
    zh: '由本学院颁发，没有吊销、换发或过期。',
    en: 'Issued by this academy; not revoked, replaced or expired.',
  },
  'developers.verdict_expired': { zh: '真实，但有效期已过。', en: 'Genuine, but expired.' },
  'developers.verdict_revoked': { zh: '已吊销，reason 是公开的原因。', en: 'Revoked; reason is the public reason.' },
  'developers.verdict_superseded': {
    zh: '已换发，replacedBy 是新证书。',
    en: 'Replaced; replacedBy is the new certificate.',
  },
  'developers.verdict_notFound': {
    zh: '没有这个编号、姓名对不上，或持证人没有公开。三种情况回答一样。',
    en: 'No such number, a different name, or hidden by its holder. The three get the same answer.',
  },
  'developers.verdict_couldNotCheck': {
    zh: '没有作答，withheld 写明原因：24 小时内同一编号试过 10 个姓名（number）、同一姓名试过 10 个编号（name），或不相符的超过 200 次且多于相符的（misses）。同一对编号和姓名只计一次；满 24 小时后恢复。',
    en: 'Not answered; withheld says why: within 24 hours, ten names did not match this number (number), ten numbers did not match this name (name), or at least 200 checks did not match, and more than did (misses). The same pair of number and name counts once. Tries expire after 24 hours.',
  },
  'developers.file_verdicts_text': {
    zh: '记录里还有在页面上核验文件的结果，文件另有三种核验结果：',
    en: 'The history also contains files that your people checked on the page. Files have three more verdicts:',
  },
  'developers.verdict_foreign': {
    zh: '别的机构颁发，签名相符。不是本学院的证书。',
    en: 'Signed by another issuer; the signature is correct. Not a certificate of this academy.',
  },
  'developers.verdict_nothingToCheck': {
    zh: '文件里没有可以核验的签名或凭证，不说明真假；reason 写明原因，例如文件损坏（fileDamaged），或者它是哪一种别的文件。',
    en: 'Contains no signature or credential that can be checked; this does not show whether it is genuine. reason says why, such as fileDamaged, or names the kind of document.',
  },
  'developers.verdict_invalid': { zh: '被改动过，或者冒用他人名义签署。', en: 'Altered, or signed in another’s name.' },
  'developers.checks_text': {
    zh: 'checks 总是列出全部五项，每项是 ok、failed 或 unknown（没有查到这一步）。',
    en: 'checks always lists all five steps; each is ok, failed or unknown (not reached).',
  },
  'developers.limits': { zh: '频率', en: 'Limits' },
  'developers.limits_text': {
    zh: '每个密钥 5 分钟 300 次请求；每个单位一天 50,000 份证书。超过时回答 429，Retry-After 是应等待的秒数。',
    en: '300 requests in five minutes per key; 50,000 certificates a day per employer. Beyond that the response is 429, with Retry-After in seconds.',
  },
  'developers.history': { zh: '读取记录', en: 'Read the history' },
  'developers.history_text': {
    zh: 'GET /api/v1/verifications 从新到旧返回本单位的核验记录，每次 200 条；把 next 作为 after 继续读。',
    en: 'GET /api/v1/verifications returns your company’s verifications, newest first, 200 at a time. Pass next as after to read on.',
  },
  'developers.problems': { zh: '出错时', en: 'Errors' },
  'developers.problems_text': {
    zh: '每个错误都是 RFC 9457 的 application/problem+json，type 指向下面的说明；invalid-request 还用 errors 指出每一处。',
    en: 'Every error is application/problem+json (RFC 9457); its type links to one of these. invalid-request lists each place in errors.',
  },
  'developers.problem.malformed-request': { zh: '请求不是能读的 JSON。', en: 'The body is not valid JSON.' },
  'developers.problem.key-missing': { zh: '没有出示密钥。', en: 'The request has no key.' },
  'developers.problem.key-wrong': { zh: '密钥不存在或已吊销。', en: 'The key is unknown or revoked.' },
  'developers.problem.key-lacks-scope': { zh: '这个密钥没有所需的权限。', en: 'The key lacks the required scope.' },
  'developers.problem.not-found': { zh: '没有这个地址，或方法不对。', en: 'No such address, or the wrong method.' },
  'developers.problem.too-large': { zh: '请求超过 5 MB。', en: 'The request is larger than 5 MB.' },
  'developers.problem.wrong-type': {
    zh: 'Content-Type 必须是 application/json。',
    en: 'Content-Type must be application/json.',
  },
  'developers.problem.invalid-request': {
    zh: '缺少内容或类型不对，一份也没有核验。',
    en: 'Something is missing or of the wrong type; nothing was verified.',
  },
  'developers.problem.too-many-items': {
    zh: '一次超过 1,000 份，请分开发送。',
    en: 'More than 1,000 items: send several requests.',
  },
  'developers.problem.too-many-requests': {
    zh: '太频繁，请按 Retry-After 等待。',
    en: 'Too many requests: wait for the seconds in Retry-After.',
  },
  'developers.problem.unexpected': {
    zh: '我们的故障，已记录；请稍后再试。',
    en: 'An error on our side, which was logged. Try again later.',
  },
  'developers.webhooks': { zh: '状态通知', en: 'Webhooks' },
  'developers.webhooks_text': {
    zh: '在“状态通知”页添加地址。贵单位核验过的证书吊销、换发或过期时，我们 POST 一条消息，签名遵循 Standard Webhooks。',
    en: 'Add an address under “Webhooks”. When a certificate that you verified is revoked, is replaced or expires, we POST a message signed according to Standard Webhooks.',
  },
  'developers.webhooks_check': {
    zh: '验签：把 webhook-id、webhook-timestamp 和正文用点号连接，用 whsec_ 之后的部分（Base64 解码）作密钥计算 HMAC-SHA256，Base64 后应等于 webhook-signature 里 v1, 之后的部分。时间戳相差超过 5 分钟的应拒绝；webhook-id 相同的是同一条。',
    en: 'To check a signature: join webhook-id, webhook-timestamp and the body with dots; compute HMAC-SHA256 with the part after whsec_ (Base64-decoded) as key; in Base64 it must equal the part after v1, in webhook-signature. Reject timestamps more than five minutes off. Messages with the same webhook-id are the same message.',
  },
  'developers.webhooks_retry': {
    zh: '10 秒内回答 2xx 即为收到。其他回答会再试，间隔逐次拉长，共 8 次，历时约两天；不跟随跳转。',
    en: 'A 2xx response within ten seconds counts as received. Anything else is retried at growing intervals, eight attempts over about two days. Redirects are not followed.',
  },
  'developers.signed': { zh: '签名答复', en: 'Signed answers' },
  'developers.signed_text': {
    zh: '名单的“签名答复”是 JWS（ES256）。头部的 kid 指向学院 DID 文档里的公钥，正文有用途、原文件的 SHA-256、逐行核验结果与时间。保存文件和 DID 文档，就能离线核对。',
    en: 'A list’s “signed answer” is a JWS (ES256). Its kid names a key in the academy’s DID document; the payload contains the purpose, your file’s SHA-256, each row’s verdict and the time. With the file and the DID document you can check it offline.',
  },
  'developers.signed_did': { zh: 'DID 文档', en: 'DID document' },
});
