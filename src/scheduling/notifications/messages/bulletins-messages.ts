import { defineMessages } from '../../../platform/index.js';

/** The office’s pages about changes of the timetable and the emails that tell people of them. */
export const bulletinMessages = defineMessages({
  'bulletin.list_title': { zh: '课表通知', en: 'Notifications' },
  'bulletin.list_lead': {
    zh: '课表改动后，每个相关的人只收到一封信，写明对他有哪些变化。发出前可以在这里看、改、撤。',
    en: 'After changes to the timetable each person gets one email with all that changed for them. See, edit or drop them here before they go out.',
  },
  'bulletin.title': { zh: '课表通知', en: 'Timetable notifications' },
  'bulletin.and_more': {
    zh: '{named} 等 {count} 个班次',
    en: { one: '{named} and others, {count} cohort', other: '{named} and others, {count} cohorts in all' },
  },
  'bulletin.more_changes': {
    zh: '其余 {count} 次课',
    en: { one: '{count} more session', other: '{count} more sessions' },
  },
  'bulletin.more_letters': {
    zh: '其余 {count} 封信',
    en: { one: '{count} more email', other: '{count} more emails' },
  },
  'bulletin.search': { zh: '班次或改动的人', en: 'Cohort, or who made the changes' },
  'bulletin.about': { zh: '班次', en: 'Cohorts' },
  'bulletin.who': { zh: '改动的人', en: 'Changed by' },
  'bulletin.by_itself': { zh: '系统', en: 'The system' },
  'bulletin.state': { zh: '状态', en: 'State' },
  'bulletin.state_open': { zh: '待发出', en: 'To be sent' },
  'bulletin.state_sent': { zh: '已发出', en: 'Sent' },
  'bulletin.state_dropped': { zh: '已撤下', en: 'Dropped' },
  'bulletin.changes': { zh: '变更', en: 'Changes' },
  'bulletin.people': { zh: '人数', en: 'People' },
  'bulletin.when': { zh: '时间', en: 'When' },
  'bulletin.leaves_at': { zh: '约 {at:clock} 自动发出', en: 'goes out at about {at:clock}' },
  'bulletin.leaves_now': { zh: '马上自动发出', en: 'goes out any moment' },
  'bulletin.none': { zh: '还没有课表通知', en: 'Nobody has been told anything yet' },
  'bulletin.none_text': {
    zh: '课表一有改动，要发的信就会列在这里。',
    en: 'As soon as the timetable changes, the emails to be sent stand here.',
  },
  'bulletin.to_timetable': { zh: '打开课表', en: 'Open the timetable' },
  'bulletin.made_by': { zh: '改动的人：{name}', en: 'Changes made by {name}' },
  'bulletin.send_now': {
    zh: '现在发给 {count} 人',
    en: { one: 'Send now to {count} person', other: 'Send now to {count} people' },
  },
  'bulletin.close': { zh: '不用发信，结束', en: 'Close: nobody need be told' },
  'bulletin.drop': { zh: '全部不发', en: 'Send none of them' },
  'bulletin.leaves_quiet': {
    zh: '接着改课表或改信都可以。10 分钟没有新动作就自动发出，大约在 {at:clock}。',
    en: 'Go on changing the timetable or the emails. After 10 quiet minutes they go out by themselves, at about {at:clock}.',
  },
  'bulletin.leaves_urgent': {
    zh: '有课在 24 小时内开始，这些信半分钟内自动发出。',
    en: 'A session begins within 24 hours: these emails go out by themselves within half a minute.',
  },
  'bulletin.closed_sent': { zh: '{at:moment} 发出。', en: 'Sent at {at:moment}.' },
  'bulletin.closed_dropped': {
    zh: '{at:moment} 撤下，没有发给任何人。',
    en: 'Dropped at {at:moment}; nobody was told.',
  },
  'bulletin.changes_title': {
    zh: '{count} 次课有变化',
    en: { one: '{count} session changed', other: '{count} sessions changed' },
  },
  'bulletin.session': { zh: '课次', en: 'Session' },
  'bulletin.kind': { zh: '变化', en: 'Change' },
  'bulletin.kind_added': { zh: '新增', en: 'Added' },
  'bulletin.kind_moved': { zh: '调整', en: 'Moved' },
  'bulletin.kind_cancelled': { zh: '取消', en: 'Cancelled' },
  'bulletin.kind_none': { zh: '又改回原样', en: 'As it was' },
  'bulletin.before': { zh: '原来', en: 'Before' },
  'bulletin.after': { zh: '现在', en: 'Now' },
  'bulletin.not_before': { zh: '原来没有', en: 'Not in the timetable' },
  'bulletin.not_any_more': { zh: '不上了', en: 'Not held' },
  'bulletin.letters_title': {
    zh: '将发出 {count} 封信',
    en: { one: '{count} email to go out', other: '{count} emails to go out' },
  },
  'bulletin.letters_went': {
    zh: '发出了 {count} 封信',
    en: { one: '{count} email went out', other: '{count} emails went out' },
  },
  'bulletin.nobody': {
    zh: '改动都改回了原样，或者与谁都无关，不用通知任何人。',
    en: 'Everything is back where it was, or concerns nobody: nobody need be told.',
  },
  'bulletin.nobody_was': { zh: '没有通知任何人。', en: 'Nobody was told.' },
  'bulletin.unreachable': {
    zh: '{count} 人没有邮箱，收不到信，请另行通知',
    en: {
      one: '{count} person has no email: tell them another way',
      other: '{count} people have no email: tell them another way',
    },
  },
  'bulletin.unreachable_who': { zh: '看名单', en: 'See who' },
  'bulletin.edit_letter': { zh: '改写', en: 'Edit' },
  'bulletin.omit': { zh: '不发给这位', en: 'Do not send this one' },
  'bulletin.readmit': { zh: '还是发', en: 'Send it after all' },
  'bulletin.letter_dropped': { zh: '不发', en: 'Not sent' },
  'bulletin.letter_rewritten': { zh: '改写过', en: 'Edited' },
  'bulletin.letter_outdated': { zh: '又有新变化', en: 'Changed since' },
  'bulletin.outdated_text': {
    zh: '你改写之后课表又有变化，现在会按最新课表发送。你改写的内容：',
    en: 'The timetable changed after you edited this email. What goes out now tells the latest; this is what you wrote:',
  },
  'bulletin.outdated_drop': {
    zh: '你决定不发之后课表又有变化，所以这封邮件还是会发出。',
    en: 'The timetable changed after you left this email out, so it will be sent after all.',
  },
  'bulletin.letter_title': { zh: '给{name}的信', en: 'Email to {name}' },
  'bulletin.letter_subject': { zh: '主题', en: 'Subject' },
  'bulletin.letter_body': { zh: '正文', en: 'Text' },
  'bulletin.letter_body_hint': {
    zh: '网址请单独占一行。讲师信里【】中的一行发出时会换成他本人的答复网址，请保留。',
    en: 'Keep addresses on lines of their own. In an instructor’s email the line in [ ] becomes their own address to answer when it is sent: leave it in.',
  },
  'bulletin.keep_letter': { zh: '保存这封信', en: 'Save this email' },
  'bulletin.restore_letter': { zh: '恢复原来的写法', en: 'Back to the composed words' },
  'bulletin.letter_kept': { zh: '给{name}的信已保存。', en: 'The email to {name} is saved.' },
  'bulletin.letter_restored': {
    zh: '给{name}的信已恢复原来的写法。',
    en: 'The email to {name} has its original text again.',
  },
  'bulletin.letter_omitted': { zh: '不会发给{name}。', en: '{name} will not be told.' },
  'bulletin.letter_readmitted': { zh: '会发给{name}。', en: '{name} will be told.' },
  'bulletin.sent': {
    zh: '已发给 {count} 人。',
    en: { one: 'Sent to {count} person.', other: 'Sent to {count} people.' },
  },
  'bulletin.sent_none': { zh: '已结束，没有发信。', en: 'Closed; no emails were sent.' },
  'bulletin.dropped': {
    zh: '已撤下，{count} 人不会收到信。',
    en: { one: 'Dropped; {count} person is not told.', other: 'Dropped; {count} people are not told.' },
  },
  'bulletin.drop_heading': { zh: '全部不发', en: 'Send none of them' },
  'bulletin.drop_question': {
    zh: '确定不通知这 {count} 人吗',
    en: { one: 'Leave {count} person untold', other: 'Leave {count} people untold' },
  },
  'bulletin.drop_stands': {
    zh: '{count} 次课的变化照旧有效，课表不会改回去。',
    en: {
      one: 'The change to {count} session stands; the timetable does not go back.',
      other: 'The changes to {count} sessions stand; the timetable does not go back.',
    },
  },
  'bulletin.drop_silent': {
    zh: '谁也不会收到邮件，只能从课表或日历订阅里看到变化。撤下后不能再发。',
    en: 'Nobody gets an email; people see the change only in the timetable or their calendar feed. It cannot be sent later.',
  },
  'bulletin.drop_reason': { zh: '原因', en: 'Reason' },
  'bulletin.drop_reason_hint': { zh: '只写进审计记录。', en: 'It stands in the audit trail only.' },
  'bulletin.drop_act': { zh: '全部不发', en: 'Send none of them' },
  'bulletin.drop_not': { zh: '返回', en: 'Back' },
  'bulletin.untold': {
    zh: '{changes} 次课的变化还没有通知 {count} 人',
    en: {
      one: '{count} person still to be told of changes to the timetable (sessions: {changes})',
      other: '{count} people still to be told of changes to the timetable (sessions: {changes})',
    },
  },
  'bulletin.look': { zh: '查看并发送', en: 'Look and send' },
});
