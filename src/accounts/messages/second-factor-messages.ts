import { defineMessages } from '../../platform/index.js';

/** Pages and emails about the second factor of an account. */
export const secondFactorMessages = defineMessages({
  'secondFactor.signIn_title': { zh: '输入验证码', en: 'Enter the code' },
  'secondFactor.signIn_lead': {
    zh: '密码正确。登录 {email} 还需要验证器应用里的验证码。',
    en: 'The password is right. To sign in to {email}, enter the code from your authenticator app.',
  },
  'secondFactor.code': { zh: '验证码', en: 'Code' },
  'secondFactor.code_hint': {
    zh: '六位数字，每 30 秒更新一次。',
    en: 'Six digits. The app shows a new code every 30 seconds.',
  },
  'secondFactor.use_recovery': { zh: '手机不在身边？用恢复码登录', en: 'No phone at hand? Use a recovery code' },
  'secondFactor.use_app': { zh: '改用验证器应用的验证码', en: 'Use a code from the authenticator app' },
  'secondFactor.recovery_title': { zh: '用恢复码登录', en: 'Sign in with a recovery code' },
  'secondFactor.recovery_lead': {
    zh: '密码正确。请输入 {email} 的一个恢复码，每个只能用一次。',
    en: 'The password is right. Enter one of the recovery codes of {email}. Each can be used once.',
  },
  'secondFactor.recoveryCode': { zh: '恢复码', en: 'Recovery code' },
  'secondFactor.recoveryCode_hint': {
    zh: '十二个字母和数字，不分大小写，短横可省略。',
    en: 'Twelve letters and digits. Case and dashes do not matter.',
  },
  'secondFactor.lost_all': {
    zh: '恢复码也找不到时，请联系学院，由服务器的管理人员解除两步验证。',
    en: 'If you have lost the recovery codes too, contact the academy: whoever runs its server can remove the second factor.',
  },
  'security.title': { zh: '登录与安全', en: 'Sign-in and security' },
  'security.lead': {
    zh: '两步验证：登录时除密码外再输入一个验证码。别人即使知道密码也进不来。',
    en: 'A second factor: besides the password, signing in takes a code. Whoever learns your password still cannot get in.',
  },
  'security.on': { zh: '已启用', en: 'On' },
  'security.off': { zh: '未启用', en: 'Off' },
  'security.authenticator': { zh: '验证器应用', en: 'Authenticator app' },
  'security.authenticator_text': {
    zh: '手机上的应用每 30 秒生成一个验证码，无须联网。任何支持 TOTP 的验证器都可以。',
    en: 'An app on your phone makes a new code every 30 seconds, without a network. Any app that supports TOTP works.',
  },
  'security.authenticator_since': { zh: '{at:moment} 添加', en: 'Added {at:moment}' },
  'security.authenticator_add': { zh: '添加验证器应用', en: 'Add an authenticator app' },
  'security.authenticator_replace': { zh: '换一个应用或手机', en: 'Change app or phone' },
  'security.authenticator_replaced': {
    zh: '新的验证器应用已启用，原来的不再有效，恢复码不变。',
    en: 'The new authenticator app is on. The old one no longer works; your recovery codes stay.',
  },
  'security.authenticator_remove': { zh: '移除验证器应用', en: 'Remove the authenticator app' },
  'security.authenticator_removed': {
    zh: '验证器应用和恢复码已移除，今后只用密码登录。',
    en: 'The authenticator app and its recovery codes are removed. From now on the password is enough to sign in.',
  },
  'security.remove_lead': {
    zh: '移除后，知道密码就能登录，恢复码同时失效。我们会发邮件通知你。',
    en: 'After this, the password is enough to sign in, and the recovery codes stop working. We will send you an email.',
  },
  'security.recovery': { zh: '恢复码', en: 'Recovery codes' },
  'security.recovery_left': { zh: '还有 {left} 个可用。', en: '{left} left to use.' },
  'security.recovery_none': {
    zh: '恢复码已全部用完。请生成新的，以免丢失手机后无法登录。',
    en: 'All recovery codes are used. Make new ones, so that you can still sign in without your phone.',
  },
  'security.recovery_text': {
    zh: '手机不在身边时，一个恢复码可以代替验证码，每个只能用一次。',
    en: 'Without your phone, a recovery code takes the place of the code. Each can be used once.',
  },
  'security.recovery_renew': { zh: '生成新的恢复码', en: 'Make new recovery codes' },
  'security.renew_lead': {
    zh: '原来的恢复码会全部失效。新的恢复码只显示一次。',
    en: 'All earlier recovery codes stop working. The new ones are shown once.',
  },
  'security.enrol_lead': {
    zh: '在手机上打开验证器应用，扫码，再输入它显示的验证码。',
    en: 'Open the authenticator app on your phone, scan the QR code, and enter the code that the app shows.',
  },
  'security.begin_lead': {
    zh: '先输入密码，确认是你本人。接着会显示一个二维码，用手机上的验证器应用扫描。',
    en: 'Enter your password first. The next page shows a QR code for the authenticator app on your phone.',
  },
  'security.begin_act': { zh: '继续', en: 'Continue' },
  'security.enrol_scan': { zh: '1. 扫码', en: '1. Scan' },
  'security.enrol_scan_text': {
    zh: '在应用里选择“添加”或“扫描二维码”。',
    en: 'In the app, choose “Add” or “Scan a QR code”.',
  },
  'security.enrol_qr': { zh: '验证器应用的二维码', en: 'QR code for the authenticator app' },
  'security.enrol_type': { zh: '不能扫码？在应用里手动输入密钥：', en: 'Cannot scan? Type this key into the app:' },
  'security.enrol_type_hint': {
    zh: '账户：{email}；名称：{academy}；类型：基于时间。',
    en: 'Account: {email}. Name: {academy}. Type: time-based.',
  },
  'security.enrol_open': { zh: '在这部手机的应用中打开', en: 'Open in the app on this phone' },
  'security.enrol_confirm': { zh: '2. 输入验证码', en: '2. Enter the code' },
  'security.enrol_code_hint': {
    zh: '应用现在显示的六位数字。',
    en: 'The six digits that the app shows now.',
  },
  'security.enrol_act': { zh: '启用两步验证', en: 'Turn on' },
  'security.codes_title': { zh: '请保存恢复码', en: 'Keep your recovery codes' },
  'security.codes_added': {
    zh: '验证器应用已启用，其他浏览器都已退出。今后登录时，请输入它的验证码。',
    en: 'The authenticator app is on, and your other browsers are signed out. From now on, signing in takes its code.',
  },
  'security.codes_renewed': {
    zh: '这是新的恢复码，原来的已全部失效。',
    en: 'These are your new recovery codes. All earlier ones stopped working.',
  },
  'security.codes_once': { zh: '恢复码只显示这一次', en: 'Shown only this once' },
  'security.codes_text': {
    zh: '请打印或抄下来，与手机分开保管。手机丢失时，用其中一个登录。',
    en: 'Print them or write them down, and keep them apart from your phone. If you lose it, sign in with one of them.',
  },
  'security.copy': { zh: '复制', en: 'Copy' },
  'security.copied': { zh: '已复制', en: 'Copied' },
  'security.print': { zh: '打印', en: 'Print' },
  'security.codes_kept': { zh: '已保存，继续', en: 'I have kept them' },
  'act.account.authenticatorAdded': { zh: '添加验证器应用', en: 'Added an authenticator app' },
  'act.account.authenticatorRemoved': { zh: '移除验证器应用', en: 'Removed the authenticator app' },
  'act.account.recoveryCodesRenewed': { zh: '生成新的恢复码', en: 'Made new recovery codes' },
  'act.account.unlocked': { zh: '解除两步验证', en: 'Removed the second factor' },
  'act.account.recoveryCodeUsed': { zh: '使用恢复码', en: 'Used a recovery code' },
  'detail.codesLeft': { zh: '剩余', en: 'Left' },
  'mail.secondFactorAdded_subject': { zh: '两步验证已启用', en: 'A second factor was added' },
  'mail.secondFactorAdded_body': {
    zh: '{name}，你好：\n\n你的账户已于 {at:moment} 添加验证器应用，今后登录除密码外还需要它的验证码。\n\n如果是你本人操作的，无须处理。如果不是，请立即打开下面的页面重设密码，并告诉学院：\n{link}',
    en: 'Hello {name},\n\nAn authenticator app was added to your account on {at:moment}. From now on, signing in takes its code besides the password.\n\nIf you did this, there is nothing to do. If not, reset your password on this page now, and tell the academy:\n{link}',
  },
  'mail.secondFactorRemoved_subject': { zh: '两步验证已移除', en: 'Your second factor was removed' },
  'mail.secondFactorRemoved_body': {
    zh: '{name}，你好：\n\n你账户的验证器应用和恢复码已于 {at:moment} 移除，现在只用密码就能登录。\n\n如果是你本人操作的，无须处理。如果不是，请立即打开下面的页面重设密码，并告诉学院：\n{link}',
    en: 'Hello {name},\n\nThe authenticator app and the recovery codes of your account were removed on {at:moment}. The password is now enough to sign in.\n\nIf you did this, there is nothing to do. If not, reset your password on this page now, and tell the academy:\n{link}',
  },
  'mail.recoveryCodeUsed_subject': { zh: '有人用恢复码登录', en: 'A recovery code was used' },
  'mail.recoveryCodeUsed_body': {
    zh: '{name}，你好：\n\n{at:moment}，有人用你的密码和一个恢复码登录了你的账户。还剩 {left} 个恢复码。\n\n如果是你本人，无须处理；手机丢失的，请在“登录与安全”里换一个验证器应用。如果不是，请立即打开下面的页面重设密码，并告诉学院：\n{link}',
    en: 'Hello {name},\n\nOn {at:moment}, somebody signed in to your account with your password and a recovery code. {left} recovery codes are left.\n\nIf it was you, there is nothing to do; if you lost your phone, change the authenticator app under Sign-in and security. If not, reset your password on this page now, and tell the academy:\n{link}',
  },
  'mail.recoveryCodesRenewed_subject': { zh: '恢复码已更换', en: 'Your recovery codes were replaced' },
  'mail.recoveryCodesRenewed_body': {
    zh: '{name}，你好：\n\n你的账户已于 {at:moment} 生成新的恢复码，原来的全部失效。\n\n如果是你本人操作的，无须处理。如果不是，请立即打开下面的页面重设密码，并告诉学院：\n{link}',
    en: 'Hello {name},\n\nNew recovery codes were made for your account on {at:moment}; all earlier ones stopped working.\n\nIf you did this, there is nothing to do. If not, reset your password on this page now, and tell the academy:\n{link}',
  },
});
