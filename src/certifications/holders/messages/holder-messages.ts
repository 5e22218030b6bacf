import { defineMessages } from '../../../platform/index.js';

/** What a holder does with a certificate, and what whoever has a link sees. */
export const holderPageMessages = defineMessages({
  'own_certificate.visibility': { zh: '谁能看到', en: 'Who can see it' },
  'own_certificate.is_shown': { zh: '公开', en: 'Public' },
  'own_certificate.is_shown_text': {
    zh: '有链接或二维码的人能看到证书上的全部内容；知道编号和你姓名的人也能核验。',
    en: 'Anyone with the link or QR code can see everything on it. Anyone who knows its number and your name can verify it.',
  },
  'own_certificate.as_strangers': { zh: '看看别人看到的页面', en: 'See what others see' },
  'own_certificate.copy': { zh: '复制链接', en: 'Copy link' },
  'own_certificate.copied': { zh: '已复制', en: 'Copied' },
  'own_certificate.hide': { zh: '不想公开？', en: 'Don’t want it public?' },
  'own_certificate.hide_address': {
    zh: '打开链接或扫码的人只会看到“持证人现在不公开”，看不到姓名和内容。证书若已吊销，仍会显示吊销。',
    en: 'The link and the QR code then show only that you have hidden it, without your name or details. A revocation would still be shown.',
  },
  'own_certificate.hide_number': {
    zh: '用编号和姓名核验时，结果与编号不存在时相同。',
    en: 'A check by number and name gives the same answer as for a number that does not exist.',
  },
  'own_certificate.hide_links': {
    zh: '你建立的分享链接照常可用，随时可以停用。',
    en: 'Your share links keep working. You can turn them off at any time.',
  },
  'own_certificate.copies_stay': {
    zh: '已经发给别人的 PDF 或数字凭证收不回来，拿着文件的人仍然可以核验它。',
    en: 'You cannot recall a PDF or credential that you have already sent: anyone who has the file can still verify it.',
  },
  'own_certificate.hide_act': { zh: '不公开这份证书', en: 'Hide this certificate' },
  'own_certificate.is_hidden': { zh: '不公开', en: 'Hidden' },
  'own_certificate.is_hidden_text': {
    zh: '别人打开链接或扫码，只看到你现在不公开；分享链接照常可用。',
    en: 'The link and the QR code show only that you have hidden it. Your share links keep working.',
  },
  'own_certificate.show_act': { zh: '重新公开', en: 'Make it public again' },
  'own_certificate.hidden': { zh: '证书 {number} 已不公开。', en: 'Certificate {number} is hidden.' },
  'own_certificate.shown': { zh: '证书 {number} 已重新公开。', en: 'Certificate {number} is public again.' },
  'own_certificate.links': { zh: '分享链接', en: 'Share links' },
  'own_certificate.links_lead': {
    zh: '给不同的人不同的链接：能看多少、看多久由你定，谁什么时候看过也会记下来。',
    en: 'Give each person a separate link. You decide what it shows and for how long, and you can see when it was opened.',
  },
  'own_certificate.link_new': { zh: '新建链接', en: 'New share link' },
  'own_certificate.link_label': { zh: '给谁用', en: 'Who is it for?' },
  'own_certificate.link_label_hint': {
    zh: '比如“齐鲁软件 人事”，只有你和学院看得到。',
    en: 'For example “Qilu Soft, HR”. Only you and the academy can see this.',
  },
  'own_certificate.link_scope': { zh: '能看到', en: 'What it shows' },
  'own_certificate.link_days': { zh: '有效期', en: 'Valid for' },
  'own_certificate.link_days_hint': {
    zh: '1 到 {most} 天，到期后自动停用。',
    en: '1 to {most} days. The link then stops working.',
  },
  'own_certificate.days': { zh: '天', en: 'days' },
  'own_certificate.link_act': { zh: '建立链接', en: 'Create link' },
  'own_certificate.link_made': { zh: '链接已建立', en: 'Your share link is ready' },
  'own_certificate.link_made_for': {
    zh: '给“{label}”，{until:moment}前有效。',
    en: 'For “{label}”, valid until {until:moment}.',
  },
  'own_certificate.link_address': { zh: '链接', en: 'Link' },
  'own_certificate.link_once': {
    zh: '请现在复制。学院不保存链接本身，离开这一页后就看不到它了；弄丢了可以停用，再建一个。',
    en: 'Copy it now: the academy does not store it, so it is shown only once. If you lose it, turn it off and create another.',
  },
  'own_certificate.back': { zh: '回到证书', en: 'Back to the certificate' },
  'own_certificate.link_until': { zh: '{at:moment}前有效', en: 'Valid until {at:moment}' },
  'own_certificate.link_views': {
    zh: '打开过 {count} 次，最近一次 {at:moment}',
    en: { one: 'Opened once, on {at:moment}', other: 'Opened {count} times, last on {at:moment}' },
  },
  'own_certificate.link_unseen': { zh: '还没有人打开过', en: 'Not opened yet' },
  'own_certificate.link_end': { zh: '停用', en: 'Turn off' },
  'own_certificate.link_end_of': { zh: '停用给“{label}”的链接', en: 'Turn off the link for “{label}”' },
  'own_certificate.link_ended': { zh: '给“{label}”的链接已停用。', en: 'The link for “{label}” is turned off.' },
  'own_certificate.details': { zh: '分享与管理', en: 'Share and manage' },
  'share.scope.verdict': {
    zh: '只看是否有效（含姓名和认证项目）',
    en: 'Only whether it is valid, with name and achievement',
  },
  'share.scope.facts': { zh: '是否有效和证书上的全部内容', en: 'Whether it is valid, and everything printed on it' },
  'share.scope.everything': {
    zh: '全部内容，并可下载证书文件',
    en: 'Everything, with the certificate files to download',
  },
  'share.state_open': { zh: '有效', en: 'Active' },
  'share.state_expired': { zh: '已到期', en: 'Expired' },
  'share.state_revoked': { zh: '已停用', en: 'Turned off' },
  'share.title': { zh: '{name} 的证书', en: 'Certificate of {name}' },
  'share.until': {
    zh: '这个链接由持证人提供，{at:moment}前有效。每次打开都会记下时间和设备类型，持证人看得到。',
    en: 'The holder shared this link. It is valid until {at:moment}. The time and type of device of each visit are recorded and shown to the holder.',
  },
  'share.no_files': {
    zh: '持证人没有在这个链接里提供证书文件。',
    en: 'This link does not include the certificate files.',
  },
  'share.verdict_only': {
    zh: '持证人在这个链接里只提供核验结果。需要看证书内容，请向持证人索取。',
    en: 'This link shows only whether the certificate is valid. Ask the holder if you need to see more.',
  },
  'share.ended_title': { zh: '链接已失效', en: 'This link no longer works' },
  'share.ended_expired': { zh: '这个链接已到期', en: 'This link has expired' },
  'share.ended_expired_text': {
    zh: '持证人设定的有效期到 {at:moment} 为止。',
    en: 'The holder set it to expire on {at:moment}.',
  },
  'share.ended_revoked': { zh: '持证人已停用这个链接', en: 'The holder has turned off this link' },
  'share.ended_revoked_text': {
    zh: '需要核验时，请向持证人索取新的链接。',
    en: 'To verify the certificate, ask the holder for a new link.',
  },
  'share.ended_says_nothing': {
    zh: '链接失效不代表证书有问题。',
    en: 'This does not mean that there is anything wrong with the certificate.',
  },
  'share.to_verify': { zh: '用编号和姓名核验', en: 'Verify by number and name' },
  'certificate.own_title': { zh: '我的证书', en: 'My certificates' },
  'certificate.own_none': { zh: '还没有证书', en: 'No certificates yet' },
  'certificate.own_none_text': {
    zh: '课程结业后，证书会出现在这里，同时发到你的邮箱。',
    en: 'When you complete a course, its certificate appears here and is sent to you by email.',
  },
  'certificate.own_courses': { zh: '查看课程', en: 'View courses' },
  'certificate.own_lead': {
    zh: '把链接或 PDF 发给用人单位，对方不用登录就能核验。',
    en: 'Send an employer the link or the PDF. They can verify it without an account.',
  },
});
