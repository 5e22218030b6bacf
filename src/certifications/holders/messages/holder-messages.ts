import { defineMessages } from '../../../platform/index.js';

/** What a holder does with a certificate, and what whoever has a link sees. */
export const holderPageMessages = defineMessages({
  'own_certificate.visibility': { zh: '别人能看到什么', en: 'What others see' },
  'own_certificate.is_shown': { zh: '公开', en: 'Shown' },
  'own_certificate.is_shown_text': {
    zh: '有链接或二维码的人能看到证书上的全部内容；知道编号和你姓名的人也能核验。',
    en: 'Whoever has the link or the QR code sees everything printed on it; whoever knows its number and your name can verify it.',
  },
  'own_certificate.as_strangers': { zh: '看看别人看到的页面', en: 'See what strangers see' },
  'own_certificate.copy': { zh: '复制链接', en: 'Copy the link' },
  'own_certificate.copied': { zh: '已复制', en: 'Copied' },
  'own_certificate.hide': { zh: '不想公开？', en: 'Rather not show it?' },
  'own_certificate.hide_address': {
    zh: '打开链接或扫码的人只会看到“持证人现在不公开”，看不到姓名和内容。证书若已吊销，仍会显示吊销。',
    en: 'The link and the QR code then say only that you do not show it, without your name. Were it revoked, that would still be said.',
  },
  'own_certificate.hide_number': {
    zh: '用编号和姓名查，回答与查不到的编号一样。',
    en: 'By number and name it is answered like a number that does not exist.',
  },
  'own_certificate.hide_links': {
    zh: '你建立的分享链接照常可用，随时可以停用。',
    en: 'Links that you made keep working; end them whenever you like.',
  },
  'own_certificate.copies_stay': {
    zh: '已经发给别人的 PDF 或电子证书收不回来，拿着文件的人仍然可以核验它。',
    en: 'A PDF or credential that you have given away cannot be called back: whoever has the file can still check it.',
  },
  'own_certificate.hide_act': { zh: '不公开这份证书', en: 'Hide this certificate' },
  'own_certificate.is_hidden': { zh: '现在不公开', en: 'Hidden now' },
  'own_certificate.is_hidden_text': {
    zh: '别人打开链接或扫码，只看到你现在不公开；分享链接照常可用。',
    en: 'The link and the QR code say only that you do not show it. Links that you made keep working.',
  },
  'own_certificate.show_act': { zh: '重新公开', en: 'Show it again' },
  'own_certificate.hidden': { zh: '证书 {number} 已不公开。', en: 'Certificate {number} is hidden.' },
  'own_certificate.shown': { zh: '证书 {number} 已重新公开。', en: 'Certificate {number} is shown again.' },
  'own_certificate.links': { zh: '分享链接', en: 'Links for others' },
  'own_certificate.links_lead': {
    zh: '给不同的人不同的链接：能看多少、看多久由你定，谁什么时候看过也会记下来。',
    en: 'Give each person a link of their own. You decide how much it shows and for how long, and you read when it was opened.',
  },
  'own_certificate.link_new': { zh: '新建链接', en: 'A new link' },
  'own_certificate.link_label': { zh: '给谁用', en: 'Who is it for' },
  'own_certificate.link_label_hint': {
    zh: '比如“齐鲁软件 人事”，只有你和学院看得到。',
    en: 'For example “Qilu Soft, HR”. Only you and the academy read it.',
  },
  'own_certificate.link_scope': { zh: '能看到', en: 'It shows' },
  'own_certificate.link_days': { zh: '有效期', en: 'Open for' },
  'own_certificate.link_days_hint': {
    zh: '1 到 {most} 天，到期自动失效。',
    en: '1 to {most} days; then it ends by itself.',
  },
  'own_certificate.days': { zh: '天', en: 'days' },
  'own_certificate.link_act': { zh: '建立链接', en: 'Make the link' },
  'own_certificate.link_made': { zh: '链接已建立', en: 'The link is ready' },
  'own_certificate.link_made_for': {
    zh: '给“{label}”，{until:moment}前有效。',
    en: 'For “{label}”, open until {until:moment}.',
  },
  'own_certificate.link_address': { zh: '链接', en: 'Link' },
  'own_certificate.link_once': {
    zh: '请现在复制。学院不保存链接本身，离开这一页后就看不到它了；弄丢了可以停用，再建一个。',
    en: 'Copy it now. The academy does not keep the link itself, so it is shown only here; if it is lost, end it and make another.',
  },
  'own_certificate.back': { zh: '回到证书', en: 'Back to the certificate' },
  'own_certificate.link_until': { zh: '{at:moment}前有效', en: 'Open until {at:moment}' },
  'own_certificate.link_views': {
    zh: '打开过 {count} 次，最近一次 {at:moment}',
    en: { one: 'Opened once, on {at:moment}', other: 'Opened {count} times, last on {at:moment}' },
  },
  'own_certificate.link_unseen': { zh: '还没有人打开过', en: 'Not opened yet' },
  'own_certificate.link_end': { zh: '停用', en: 'End it' },
  'own_certificate.link_end_of': { zh: '停用给“{label}”的链接', en: 'End the link for “{label}”' },
  'own_certificate.link_ended': { zh: '给“{label}”的链接已停用。', en: 'The link for “{label}” has ended.' },
  'own_certificate.details': { zh: '分享与管理', en: 'Share and manage' },
  'share.scope.verdict': {
    zh: '只看是否有效（含姓名和认证项目）',
    en: 'Only whether it holds, with name and achievement',
  },
  'share.scope.facts': { zh: '是否有效和证书上的全部内容', en: 'Whether it holds and everything printed on it' },
  'share.scope.everything': { zh: '全部内容，并可下载证书文件', en: 'Everything, with paper and files to download' },
  'share.state_open': { zh: '有效', en: 'Open' },
  'share.state_expired': { zh: '已到期', en: 'Expired' },
  'share.state_revoked': { zh: '已停用', en: 'Ended' },
  'share.title': { zh: '{name} 的证书', en: 'Certificate of {name}' },
  'share.until': {
    zh: '这个链接由持证人提供，{at:moment}前有效。每次打开都会记下时间和设备类型，持证人看得到。',
    en: 'Its holder gave this link; it is open until {at:moment}. The time and kind of device of each look are kept for the holder.',
  },
  'share.no_files': {
    zh: '持证人没有在这个链接里提供证书文件。',
    en: 'Its holder does not offer the paper with this link.',
  },
  'share.verdict_only': {
    zh: '持证人在这个链接里只提供核验结果。需要看证书内容，请向持证人索取。',
    en: 'With this link the holder shows only the verdict. Ask the holder if you need to see the rest.',
  },
  'share.ended_title': { zh: '链接已失效', en: 'This link has ended' },
  'share.ended_expired': { zh: '这个链接已到期', en: 'This link has expired' },
  'share.ended_expired_text': {
    zh: '持证人给它设的有效期到 {at:moment} 为止。',
    en: 'Its holder had set it to end on {at:moment}.',
  },
  'share.ended_revoked': { zh: '持证人已停用这个链接', en: 'Its holder has ended this link' },
  'share.ended_revoked_text': {
    zh: '需要核验时，请持证人再给你发一个链接。',
    en: 'If you need to check the certificate, ask its holder for another link.',
  },
  'share.ended_says_nothing': {
    zh: '链接失效不说明证书本身有没有问题。',
    en: 'That a link has ended says nothing about the certificate itself.',
  },
  'share.to_verify': { zh: '用编号和姓名核验', en: 'Verify by number and name' },
  'certificate.own_title': { zh: '我的证书', en: 'My certificates' },
  'certificate.own_none': { zh: '还没有证书', en: 'No certificates yet' },
  'certificate.own_none_text': {
    zh: '课程结业并通过考核后，证书会出现在这里，同时寄到你的邮箱。',
    en: 'When you complete a course and pass its assessments, the certificate appears here and comes by mail.',
  },
  'certificate.own_courses': { zh: '查看课程', en: 'See the courses' },
  'certificate.own_lead': {
    zh: '把链接或 PDF 发给用人单位，对方不用登录就能核验。',
    en: 'Send the link or the PDF to an employer: they can verify it without an account.',
  },
});
