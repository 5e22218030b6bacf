import { defineMessages } from '../../platform/index.js';

/** Pages and emails about a new sign-in email. */
export const signInEmailMessages = defineMessages({
  'account.signInEmail': { zh: '登录邮箱', en: 'Sign-in email' },
  'account.changeEmail': { zh: '更换登录邮箱', en: 'Change sign-in email' },
  'account.changeEmail_lead': {
    zh: '我们会向新邮箱发一个链接，打开并确认后才生效。在此之前，仍用 {email} 登录。',
    en: 'We will send a link to the new email. The change takes effect once you open it and confirm. Until then, sign in with {email}.',
  },
  'account.newEmail': { zh: '新邮箱', en: 'New email' },
  'account.emailChangeSent': {
    zh: '如果 {email} 可以使用，确认链接已经发出，两小时内有效。几分钟后仍未收到，请查看垃圾邮件。',
    en: 'If {email} can be used, we have sent it a link that is valid for two hours. If it does not arrive within a few minutes, check your spam folder.',
  },
  'account.emailChangeWaiting': {
    zh: '{email} 尚未确认。请在 {at:moment} 前打开发到那里的链接。',
    en: '{email} is not confirmed yet. Open the link sent to it before {at:moment}.',
  },
  'account.emailChanged': {
    zh: '登录邮箱已改为 {email}，其他浏览器都已退出。',
    en: 'Your sign-in email is now {email}. Your other browsers have been signed out.',
  },
  'account.emailChangedSignIn': {
    zh: '登录邮箱已改为 {email}，请用它登录。',
    en: 'The sign-in email is now {email}. Sign in with it.',
  },
  'emailChange.title': { zh: '确认新的登录邮箱', en: 'Confirm the new sign-in email' },
  'emailChange.lead': {
    zh: '确认后，请用 {email} 登录，其他浏览器都会退出。',
    en: 'After this, sign in with {email}. Other browsers are signed out.',
  },
  'emailChange.password_hint': {
    zh: '申请更换的那个账户的密码。',
    en: 'The password of the account whose email changes.',
  },
  'emailChange.act': { zh: '确认更换', en: 'Confirm the change' },
  'emailChange.link_over': {
    zh: '这个链接已用过、已过期，或已由新的申请取代。如仍要更换，请登录后在“我的账户”中重新申请。',
    en: 'This link has been used, has expired, or was replaced by a newer request. To change your email, sign in and ask again under My account.',
  },
  'accounts.correctEmail': { zh: '更正登录邮箱', en: 'Correct the sign-in email' },
  'accounts.correctEmail_title': { zh: '更正{name}的登录邮箱', en: 'Correct the sign-in email of {name}' },
  'accounts.correctEmail_check': {
    zh: '请先核实对方身份。不记得密码的人请另外发邀请：谁能读收到邀请的邮箱，谁就能进入这个账户。',
    en: 'Check who is asking first. If they do not know their password, also send an invitation: whoever reads that mailbox can then get into this account.',
  },
  'accounts.correctEmail_ends': {
    zh: '此账户的所有浏览器立即退出，发给它的链接全部失效。',
    en: 'All browsers of this account are signed out at once, and all links mailed to it end.',
  },
  'accounts.correctEmail_tells': {
    zh: '新旧邮箱都会收到邮件。新邮箱收到的链接要用现在的密码验证；验证之前不能登录，也不能重设密码。',
    en: 'Both addresses get an email. The one to the new address has a link that verifies it with the present password; before that, nobody can sign in or reset the password.',
  },
  'accounts.correctEmail_blocked': {
    zh: '这里不能更正这个登录邮箱',
    en: 'This sign-in email cannot be corrected here',
  },
  'accounts.correctEmail_reason': { zh: '原因', en: 'Reason' },
  'accounts.correctEmail_reason_hint': {
    zh: '写入审计记录，例如怎样核实了对方身份。',
    en: 'For the audit trail, such as how you checked who asked.',
  },
  'accounts.emailCorrected': {
    zh: '{name}的登录邮箱已改为 {email}，验证链接已发往那里。',
    en: 'The sign-in email of {name} is now {email}. We have sent it a link to verify it.',
  },
  'act.account.emailChangeRequested': { zh: '申请更换登录邮箱', en: 'Asked to change the sign-in email' },
  'act.account.emailChanged': { zh: '更换登录邮箱', en: 'Changed the sign-in email' },
  'act.account.emailCorrected': { zh: '更正登录邮箱', en: 'Corrected the sign-in email' },
  'mail.emailChange_subject': { zh: '请确认新的登录邮箱', en: 'Confirm your new sign-in email' },
  'mail.emailChange_body': {
    zh: '你好：\n\n有人申请用这个邮箱登录学院的账户。如果是你，请打开下面的链接确认：\n{link}\n\n链接两小时内有效，只能用一次。若不是你本人申请，请忽略这封邮件，一切保持原样。',
    en: 'Hello,\n\nSomebody asked to sign in to an account of the academy with this address. If it was you, open this link to confirm:\n{link}\n\nThe link can be used once and is valid for two hours. If it was not you, ignore this email; nothing changes.',
  },
  'mail.emailChangeTaken_subject': { zh: '你已经有账户', en: 'You already have an account' },
  'mail.emailChangeTaken_body': {
    zh: '你好：\n\n刚才有人申请把另一个账户的登录邮箱改为这个邮箱。这个邮箱已有账户，所以没有改动任何内容。\n\n如果是你本人，请用这个邮箱直接登录：\n{link}\n\n忘记密码可以在这里重设：\n{reset}\n\n如果不是你，请忽略这封邮件。',
    en: 'Hello,\n\nSomebody tried to change the sign-in email of another account to this address. It already has an account, so nothing was changed.\n\nIf it was you, sign in with this address:\n{link}\n\nIf you forgot your password, choose a new one:\n{reset}\n\nIf it was not you, ignore this email.',
  },
  'mail.emailChangeAsked_subject': { zh: '有人申请更换登录邮箱', en: 'A change of your sign-in email was requested' },
  'mail.emailChangeAsked_body': {
    zh: '{name}，你好：\n\n{at:moment}，有人用你的密码申请把登录邮箱改为 {masked}。确认之前，仍用现在的邮箱登录。\n\n如果是你本人申请的，无须处理。如果不是，说明有人知道你的密码，请立即打开下面的页面重设密码，申请随之失效；并告诉学院：\n{link}',
    en: 'Hello {name},\n\nOn {at:moment}, somebody used your password and asked to change your sign-in email to {masked}. Until the change is confirmed, you sign in with this address.\n\nIf you did this, there is nothing to do. If not, somebody knows your password: reset it on this page now, which also ends the request, and tell the academy:\n{link}',
  },
  'mail.emailChanged_subject': { zh: '登录邮箱已更换', en: 'Your sign-in email was changed' },
  'mail.emailChanged_body': {
    zh: '{name}，你好：\n\n你的登录邮箱已于 {at:moment} 改为 {masked}，其他浏览器都已退出登录。这个邮箱不能再用来登录或重设密码。\n\n如果是你本人更换的，无须处理。如果不是，请立即联系学院，由管理员改回：\n{contact}',
    en: 'Hello {name},\n\nYour sign-in email was changed to {masked} on {at:moment}, and all other browsers were signed out. This address can no longer be used to sign in or to reset the password.\n\nIf you did this, there is nothing to do. If not, contact the academy now, so that an administrator can change it back:\n{contact}',
  },
  'mail.emailCorrected_subject': { zh: '学院更正了你的登录邮箱', en: 'The academy corrected your sign-in email' },
  'mail.emailCorrected_body': {
    zh: '{name}，你好：\n\n学院已于 {at:moment} 把你的登录邮箱改为 {masked}，所有浏览器都已退出登录。这个邮箱不能再用来登录或重设密码。\n\n如果你没有请学院更正，请立即联系学院：\n{contact}',
    en: 'Hello {name},\n\nThe academy changed your sign-in email to {masked} on {at:moment}, and all browsers were signed out. This address can no longer be used to sign in or to reset the password.\n\nIf you did not ask the academy for this, contact it now:\n{contact}',
  },
  'mail.emailCorrectedNew_subject': { zh: '请验证新的登录邮箱', en: 'Verify your new sign-in email' },
  'mail.emailCorrectedNew_body': {
    zh: '你好：\n\n学院把一个账户的登录邮箱改成了这个邮箱。如果是你的账户，请打开下面的链接，输入密码验证，之后就用它登录：\n{link}\n\n链接三天内有效。不记得密码，请联系学院。如果你不认识这家学院，请忽略这封邮件。',
    en: 'Hello,\n\nThe academy changed the sign-in email of an account to this address. If it is your account, open this link and enter your password to verify it; from then on, sign in with it:\n{link}\n\nThe link is valid for three days. If you do not know your password, contact the academy. If you do not know this academy, ignore this email.',
  },
});
