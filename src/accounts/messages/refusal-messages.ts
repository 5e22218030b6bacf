import { refusalMessages } from '../../platform/index.js';
import type { AdministrationRefusalCode } from '../domain/administration.js';
import type { AccountRefusalCode } from '../domain/refusals.js';
import type { SecondFactorRefusalCode } from '../domain/second-factor.js';
import type { SignInEmailRefusalCode } from '../domain/sign-in-email.js';

export const accountRefusalMessages = {
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
      zh: '密码不对。想不起来，或不是你设定的，就设定新密码。',
      en: 'Wrong password. If you do not know it, or did not choose it, choose a new one.',
    },
    wrongAccountPassword: {
      zh: '这不是该账户的密码。',
      en: 'This is not the password of that account.',
    },
    verifyBeforeSignIn: {
      zh: '先验证邮箱才能登录：请打开我们发到 {email} 的链接。',
      en: 'Verify your email before you sign in: open the link we sent to {email}.',
    },
    passwordGuessable: {
      zh: '这个密码太容易猜：常见密码、连续或重复的字符、姓名、邮箱、手机号和学院名称都不行。请换一个，例如几个不相干的词连在一起。',
      en: 'This password is too easy to guess: no common password, no runs or repetitions of characters, no name, email, phone number or name of the academy. Choose another one, such as a few unrelated words.',
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
  ...refusalMessages<AdministrationRefusalCode>({
    ownAccountStays: {
      zh: '不能停用自己的账户，请由另一位管理员操作。',
      en: 'You cannot suspend your own account. Ask another administrator.',
    },
    roleNeedsVerifiedEmail: {
      zh: '{email} 从未验证过。请先在本页发出邀请，再给角色。',
      en: '{email} was never verified. Send the invitation on this page first, then give the role.',
    },
    noRoleChosen: {
      zh: '请至少选择一个角色；若要禁止此人登录，请停用账户。',
      en: 'Choose at least one role. To stop this person from signing in, suspend the account.',
    },
    invitationAccepted: {
      zh: '{name}已设定密码或账户已停用，不必再邀请。',
      en: '{name} has already chosen a password, or the account is suspended. No invitation is needed.',
    },
    emailBeingSent: {
      zh: '这封邮件正在发往 {to}，请稍后再看结果。',
      en: 'This email is being sent to {to}. Check again in a moment.',
    },
    emailOnItsWay: {
      zh: '这封邮件已于 {at:moment} 送达 {to}，不再重发。',
      en: 'This email was delivered to {to} on {at:moment} and will not be sent again.',
    },
    noLogoChosen: { zh: '请先选择一个图片文件。', en: 'Choose an image file first.' },
  }),
  ...refusalMessages<SignInEmailRefusalCode>({
    emailUnchanged: { zh: '这就是现在的登录邮箱。', en: 'This is the sign-in email already.' },
    emailTakenMeanwhile: {
      zh: '{email} 已经有账户，不能再用于另一个账户。请直接用它登录，或换一个邮箱。',
      en: '{email} has an account by now, so it cannot be used for another one. Sign in with it, or choose another address.',
    },
    tooManyEmailChanges: {
      zh: '申请次数过多，请 {minutes} 分钟后再试。',
      en: 'Too many requests. Try again in {minutes} minutes.',
    },
    ownEmailElsewhere: {
      zh: '自己的登录邮箱请在“我的账户”中更换，由新邮箱里的链接确认。',
      en: 'Change your own sign-in email under My account, where a link to the new address confirms it.',
    },
    suspendedEmailStays: {
      zh: '账户已停用。请先恢复账户，再更正登录邮箱。',
      en: 'This account is suspended. Reinstate it first, then correct the sign-in email.',
    },
    addressTaken: {
      zh: '{email} 已是{name}的账户的登录邮箱。',
      en: '{email} is already the sign-in email of {name}’s account.',
    },
  }),
  ...refusalMessages<SecondFactorRefusalCode>({
    wrongCode: {
      zh: '验证码不对。请输入应用现在显示的，并检查手机时间是否准确。',
      en: 'Wrong code. Enter the one that the app shows now, and check that the phone’s clock is right.',
    },
    codeAlreadyUsed: {
      zh: '这个验证码刚才用过。请等应用显示下一个。',
      en: 'This code has just been used. Wait until the app shows the next one.',
    },
    wrongRecoveryCode: {
      zh: '恢复码不对，或已经用过。',
      en: 'This recovery code is wrong or has been used.',
    },
    tooManyCodes: {
      zh: '尝试次数过多，请 {minutes} 分钟后再试。',
      en: 'Too many attempts. Try again in {minutes} minutes.',
    },
    signInTookTooLong: {
      zh: '输入密码后已超过十分钟，或密码刚更换过。请重新登录。',
      en: 'More than ten minutes have passed since the password, or it was changed. Sign in again.',
    },
    enrolmentTookTooLong: {
      zh: '二维码已失效。请重新添加验证器应用，并删除应用里刚才的条目。',
      en: 'The QR code is no longer valid. Add the authenticator app again, and delete the entry that the app has now.',
    },
    authenticatorUnreadable: {
      zh: '学院的主密钥已更换，无法核对验证码。请联系学院，由服务器的管理人员解除两步验证。',
      en: 'The academy’s master key has changed, so codes cannot be checked. Contact the academy: whoever runs its server can remove the second factor.',
    },
    noSecondFactor: { zh: '这个账户没有启用两步验证。', en: 'This account has no second factor.' },
  }),
};
