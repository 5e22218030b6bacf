import { defineMessages, refusalMessages } from '../../platform/index.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import { administrationMessages } from './administration-messages.js';
import { accountAuditMessages } from './audit-messages.js';

export const accountMessages = {
  ...accountAuditMessages,
  ...administrationMessages,
  ...refusalMessages<AccountRefusalCode>({
    wrongCredentials: {
      zh: '邮箱或密码不对，请检查后再试；忘记密码可以重设。',
      en: 'Wrong email or password. Check both, or reset your password.',
    },
    tooManySignIns: {
      zh: '尝试次数过多，请 {minutes} 分钟后再试，或重设密码。',
      en: 'Too many attempts. Try again in {minutes} minutes, or reset your password.',
    },
    emailTaken: {
      zh: '这个邮箱已有账户，请在“账户与角色”里找到它，再给角色。',
      en: 'This email already has an account. Find it under Accounts and roles and give it the role.',
    },
    linkUsedOrExpired: {
      zh: '这个链接已用过或已过期，请重新申请一个。',
      en: 'This link has already been used or has expired. Request a new one.',
    },
    wrongSignUpPassword: {
      zh: '这不是注册时设定的密码。想不起来，或不是你设定的，就设定新密码。',
      en: 'This is not the password chosen at sign-up. If you do not know it, choose a new one.',
    },
    verifyBeforeSignIn: {
      zh: '先验证邮箱才能登录：请打开我们发到 {email} 的链接。',
      en: 'Verify your email before you sign in: open the link we sent to {email}.',
    },
    wrongPassword: { zh: '现在的密码不对。', en: 'This is not your current password.' },
    academyStands: { zh: '学院已经设置好，请直接登录。', en: 'The academy is already set up. Sign in.' },
    wrongSetupCode: {
      zh: '启动码不对。服务器启动时会把它写入日志。',
      en: 'Wrong set-up code. The server prints it in its log when it starts.',
    },
    lastAdministrator: {
      zh: '这是最后一位管理员，请先指定另一位管理员。',
      en: 'This is the last administrator. Make somebody else an administrator first.',
    },
    notALogo: { zh: '校徽请用 PNG 或 JPEG 图片。', en: 'The logo must be a PNG or JPEG image.' },
    logoTooManyPoints: {
      zh: '校徽有 {width} × {height} 像素，太大。边长不超过 {most}，总共不超过 1200 万像素。',
      en: 'The logo has {width} × {height} pixels. The limit is {most} per side and 12 million in total.',
    },
    logoTooSmall: {
      zh: '校徽只有 {width} × {height} 像素，边长至少 {least}。',
      en: 'The logo has only {width} × {height} pixels. It needs at least {least} per side.',
    },
    logoBroken: {
      zh: '图片打不开，文件可能损坏或不完整。请重新导出后上传。',
      en: 'The image cannot be read. The file may be damaged or incomplete. Export it again and upload it.',
    },
    logoReaderBusy: {
      zh: '正在处理的图片太多，请稍等片刻再上传。',
      en: 'Too many images are being processed. Wait a moment and upload it again.',
    },
    logoTooLarge: {
      zh: '图片太大，请选 {max} KB 以内的。',
      en: 'The image is too large. The limit is {max} KB.',
    },
  }),
  ...defineMessages({
    'role.administrator': { zh: '管理员', en: 'Administrator' },
    'role.coordinator': { zh: '教务', en: 'Coordinator' },
    'role.instructor': { zh: '讲师', en: 'Instructor' },
    'role.trainee': { zh: '学员', en: 'Trainee' },
    'role.employer': { zh: '用人单位', en: 'Employer' },
    'signIn.title': { zh: '登录', en: 'Sign in' },
    'signIn.lead': {
      zh: '学员、讲师、教务和用人单位都从这里登录。',
      en: 'For trainees, instructors, coordinators and employers.',
    },
    'signIn.act': { zh: '登录', en: 'Sign in' },
    'signIn.forgot': { zh: '忘记密码？', en: 'Forgot your password?' },
    'signIn.noAccount': { zh: '还没有账户？', en: 'No account yet?' },
    'signIn.signUp': { zh: '注册学员账户', en: 'Create a trainee account' },
    'account.email': { zh: '邮箱', en: 'Email' },
    'account.password': { zh: '密码', en: 'Password' },
    'account.password_hint': {
      zh: '至少 {count} 个字符，越长越好。',
      en: 'At least {count} characters; longer is better.',
    },
    'account.name': { zh: '姓名', en: 'Name' },
    'account.newPassword': { zh: '新密码', en: 'New password' },
    'account.oldPassword': { zh: '当前密码', en: 'Current password' },
    'account.passwordChosen': { zh: '新密码已生效，请用它登录。', en: 'Your new password is set. Sign in with it.' },
    'account.passwordChanged': {
      zh: '密码已更换，其他浏览器都已退出。',
      en: 'Your password has been changed. Your other browsers have been signed out.',
    },
    'account.emailVerified': { zh: '邮箱已验证，你已登录。', en: 'Your email is verified and you are signed in.' },
    'account.verificationSent': {
      zh: '验证邮件已发往 {email}，请打开其中的链接。',
      en: 'We have sent an email to {email}. Open the link in it.',
    },
    'account.own_title': { zh: '我的账户', en: 'My account' },
    'account.changePassword': { zh: '更换密码', en: 'Change password' },
    'account.browsers': { zh: '已登录的浏览器', en: 'Signed-in browsers' },
    'account.thisBrowser': { zh: '当前浏览器', en: 'This browser' },
    'account.unnamedBrowser': { zh: '未知浏览器', en: 'Unknown browser' },
    'account.since_at': { zh: '{at:moment} 登录', en: 'Signed in {at:moment}' },
    'account.profile': { zh: '个人资料', en: 'My details' },
    'setup.academy': { zh: '学院', en: 'The academy' },
    'setup.administrator': { zh: '管理员', en: 'The administrator' },
    'reset.again': { zh: '重新发送链接', en: 'Request a new link' },
    'account.sendAgain': { zh: '再发一次验证邮件', en: 'Send the email again' },
    'reset.title': { zh: '重设密码', en: 'Reset your password' },
    'reset.lead': {
      zh: '填写账户的邮箱，我们会发去一个两小时内有效的链接。',
      en: 'Enter the email of your account. We will send you a link that is valid for two hours.',
    },
    'reset.act': { zh: '发送链接', en: 'Send the link' },
    'reset.sent_title': { zh: '请查收邮件', en: 'Check your email' },
    'reset.sent': {
      zh: '如果 {email} 有账户，重设链接已经发出。几分钟后仍未收到，请查看垃圾邮件。',
      en: 'If {email} has an account, we have sent a link. If it does not arrive within a few minutes, check your spam folder.',
    },
    'reset.choose_title': { zh: '设定新密码', en: 'Choose a new password' },
    'reset.choose_lead': {
      zh: '设定后，所有已登录的浏览器都会退出。',
      en: 'This signs out all browsers.',
    },
    'reset.choose_act': { zh: '设定密码', en: 'Set the password' },
    'emailVerification.title': { zh: '验证邮箱', en: 'Verify your email' },
    'emailVerification.lead': {
      zh: '请输入为 {email} 注册时设定的密码。',
      en: 'Enter the password chosen when {email} was signed up.',
    },
    'emailVerification.act': { zh: '验证并登录', en: 'Verify and sign in' },
    'emailVerification.link_over': {
      zh: '这个链接已用过或已过期。请登录；需要时，登录页会再发一个。',
      en: 'This link has been used or has expired. Sign in; if needed, that page sends a new one.',
    },
    'emailVerification.reset_lead': {
      zh: '不知道密码？我们给这个邮箱发一个链接，用它设定新密码。',
      en: 'You do not know the password? We send a link to this address to choose a new one.',
    },
    'emailVerification.reset': { zh: '设定新密码', en: 'Choose a new password' },
    'mail.verification_subject': { zh: '请验证你的邮箱', en: 'Verify your email' },
    'mail.verification_body': {
      zh: '{name}，你好：\n\n请打开下面的链接，输入注册时设定的密码，验证这个邮箱：\n{link}\n\n链接三天内有效。若不是你本人注册，请忽略这封邮件。',
      en: 'Hello {name},\n\nOpen this link and enter the password chosen at sign-up to verify your email address:\n{link}\n\nThe link is valid for three days. If you did not sign up, ignore this email.',
    },
    'mail.reset_subject': { zh: '重设密码', en: 'Reset your password' },
    'mail.reset_body': {
      zh: '{name}，你好：\n\n打开下面的链接设定新密码：\n{link}\n\n链接两小时内有效，只能用一次。若不是你本人申请，密码不会改变。',
      en: 'Hello {name},\n\nOpen this link to choose a new password:\n{link}\n\nThe link can be used once and is valid for two hours. If you did not request it, ignore this email. Your password has not changed.',
    },
    'mail.invitation_subject': { zh: '学院为你开通了账户', en: 'An account has been created for you' },
    'mail.invitation_body': {
      zh: '{name}，你好：\n\n学院为你开通了账户。请打开下面的链接设定密码：\n{link}\n\n链接两周内有效。',
      en: 'Hello {name},\n\nThe academy has created an account for you. Open this link to choose your password:\n{link}\n\nThe link is valid for two weeks.',
    },
    'account.signedOut': { zh: '已退出登录。', en: 'You are signed out.' },
    'setup.title': { zh: '首次启动', en: 'Set up the academy' },
    'setup.lead': {
      zh: '填写学院名称，并建立第一位管理员的账户。',
      en: 'Name the academy and create the first administrator’s account.',
    },
    'setup.code': { zh: '启动码', en: 'Set-up code' },
    'setup.code_hint': { zh: '见服务器日志，只能使用一次。', en: 'Printed in the server’s log. It can be used once.' },
    'setup.nameZh': { zh: '学院中文名称', en: 'Academy name in Chinese' },
    'setup.nameEn': { zh: '学院英文名称', en: 'Academy name in English' },
    'setup.act': { zh: '开始使用', en: 'Start' },
    'setup.done': {
      zh: '学院已设置好。接下来可以添加教室、讲师和课程。',
      en: 'The academy is set up. Next, add rooms, instructors and courses.',
    },
  }),
};
