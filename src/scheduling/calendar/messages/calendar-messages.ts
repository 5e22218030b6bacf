import { defineMessages } from '../../../platform/index.js';

export const calendarPageMessages = defineMessages({
  'calendar.this_year': { zh: '今年', en: 'This year' },
  'calendar.state_notPublished': { zh: '未公布', en: 'Not yet published' },
  'calendar.state_file': { zh: '已载入', en: 'Loaded' },
  'calendar.state_hand': { zh: '手工录入', en: 'Entered by hand' },
  'calendar.loaded': { zh: '{at:moment}从文件载入', en: 'Loaded from a file, {at:moment}' },
  'calendar.loaded_by': { zh: '{at:moment}由{name}从文件载入', en: 'Loaded from a file by {name}, {at:moment}' },
  'calendar.entered_by': { zh: '{at:moment}由{name}开始录入', en: 'Entered by {name} from {at:moment} on' },
  'calendar.corrected_by': { zh: '{at:moment}由{name}手工修改', en: 'Changed by hand by {name}, {at:moment}' },
  'calendar.paper_nth': { zh: '通知原文 {number}', en: 'Original notice {number}' },
  'calendar.not_published_ahead': {
    zh: '这一年的日子只知道星期几。国务院一般在前一年 11 月公布；公布后在这里载入文件，或照通知手工录入。',
    en: 'Holidays of this year are not known yet. The State Council usually publishes them in the November before; then load the file here, or enter the notice by hand.',
  },
  'calendar.not_published_now': {
    zh: '这一年的日子只知道星期几。这一年的通知应当已经公布，请载入文件，或照通知手工录入。',
    en: 'Holidays of this year are not known yet, although the notice should be out by now. Load the file, or enter the notice by hand.',
  },
  'calendar.look_again': {
    zh: '这一年已排 {count} 次课，公布后要再看一遍',
    en: {
      one: 'One session is scheduled in that year: check it again once the notice is out',
      other: '{count} sessions are scheduled in that year: check them again once the notice is out',
    },
  },
  'calendar.look_cohort': {
    zh: '{count} 次课，{first:dayShort} 至 {last:dayShort}',
    en: {
      one: 'One session, {first:dayShort} to {last:dayShort}',
      other: '{count} sessions, {first:dayShort} to {last:dayShort}',
    },
  },
  'calendar.look_cohort_day': {
    zh: '{count} 次课，{first:dayShort}',
    en: { one: 'One session, {first:dayShort}', other: '{count} sessions, {first:dayShort}' },
  },
  'calendar.week_not_published': {
    zh: '{year} 年放假通知还未公布，这些日子可能有变',
    en: 'The notice for {year} is not out yet, so these days may change',
  },
  'calendar.week_not_published_text': {
    zh: '通知一般在前一年 11 月公布。公布并载入校历后，会列出落在假期的课，逐一调整。',
    en: 'A year’s notice usually comes out in the November before. Once it is loaded into the calendar, sessions on holidays are listed there to be moved.',
  },
  'calendar.cohort_not_published': {
    zh: '有 {count} 次课排在放假通知未公布的 {years} 年',
    en: {
      one: 'One session is in {years}, whose holidays are not published yet',
      other: '{count} sessions are in {years}, whose holidays are not published yet',
    },
  },
  'calendar.open_year': { zh: '打开 {year} 年校历', en: 'Open the calendar of {year}' },
  'calendar.affected_more': { zh: '另外 {count} 次', en: '{count} more' },
  'calendar.print': { zh: '打印', en: 'Print' },
  'calendar.key': { zh: '图例', en: 'Key' },
  'calendar.key_today': { zh: '今天', en: 'Today' },
  'calendar.key_weekend': { zh: '周末', en: 'Weekend' },
  'calendar.key_follows': { zh: '按所写星期的课表上课', en: 'Make-up workday with that weekday’s timetable' },
  'calendar.follows_said': { zh: '按{weekday}课表上课', en: 'follows {weekday}’s timetable' },
  'calendar.follows_option': { zh: '按{weekday}课表', en: 'As {weekday}' },
  'calendar.follows_none': { zh: '不指定课表', en: 'No weekday set' },
  'calendar.follows_label': { zh: '{day:dayShort} 按哪天的课表上课', en: 'Whose timetable {day:dayShort} follows' },
  'calendar.follows_set': { zh: '设定', en: 'Set' },
  'calendar.follows_done': {
    zh: '{day:dayShort} 按{weekday}课表上课。',
    en: '{day:dayShort} follows {weekday}’s timetable.',
  },
  'calendar.follows_removed': {
    zh: '{day:dayShort} 不再指定按哪天课表。',
    en: '{day:dayShort} no longer follows another day’s timetable.',
  },
  'calendar.notice_days': { zh: '放假与调休', en: 'Holidays and make-up workdays' },
  'calendar.notice_counts': {
    zh: '放假 {off} 天，调休上班 {worked} 天',
    en: 'Days off: {off}. Make-up workdays: {worked}.',
  },
  'calendar.notice_none': { zh: '这一年的通知还没有登记。', en: 'Nothing is recorded for this year’s notice yet.' },
  'calendar.closures': { zh: '学院停课', en: 'The academy’s own closures' },
  'calendar.closures_none': { zh: '这一年没有登记停课。', en: 'No closure is declared for this year.' },
  'calendar.other_name': { zh: '英文：{name}', en: 'In Chinese: {name}' },
  'calendar.lift_span': { zh: '撤销停课', en: 'Lift the closure' },
  'calendar.lift_day': { zh: '只撤销 {day:dayShort}', en: 'Lift {day:dayShort} only' },
  'calendar.by_day': { zh: '按天撤销', en: 'Lift single days' },
  'calendar.lifted_span': {
    zh: '已恢复上课 {count} 天。',
    en: { one: '{count} day is open again.', other: '{count} days are open again.' },
  },
  'calendar.closure_lifted': { zh: '{date:day} 恢复上课。', en: '{date:day} is open again.' },
  'calendar.load_lead': {
    zh: '选择 holiday-cn 格式的 JSON 文件，一年一个。先看有什么变化，确认后才载入；有一处不对就什么也不载入，并指出是哪一行。',
    en: 'Choose a JSON file in the holiday-cn format, one per year. You see the changes before anything is loaded. If there is an error, nothing is loaded and the line is named.',
  },
  'calendar.load_act': { zh: '看有什么变化', en: 'See what changes' },
  'calendar.by_hand': { zh: '手工录入', en: 'Enter by hand' },
  'calendar.correct_by_hand': { zh: '手工修改', en: 'Correct by hand' },
  'calendar.hand_title': { zh: '手工录入 {year} 年放假通知', en: 'Enter the notice for {year} by hand' },
  'calendar.hand_title_correct': { zh: '手工修改 {year} 年放假通知', en: 'Correct the notice for {year} by hand' },
  'calendar.hand_lead': {
    zh: '照国务院通知逐条录入，每条立即生效；没录完时，漏掉的假期会按平常日子算。以后载入文件时，会先列出与这里的差别。',
    en: 'Enter the State Council’s notice item by item. Each item takes effect at once, and holidays not entered count as ordinary days. If you load a file later, you first see how it differs from this.',
  },
  'calendar.hand_holiday': { zh: '添加一个假期', en: 'Add a holiday' },
  'calendar.hand_from': { zh: '第一天', en: 'First day off' },
  'calendar.hand_until': { zh: '最后一天', en: 'Last day off' },
  'calendar.hand_day_hint': {
    zh: '可以只写 5月1日，就是这一年的。',
    en: '1 May is enough; the year is that of the notice.',
  },
  'calendar.hand_name_zh': { zh: '节日（中文）', en: 'Holiday, in Chinese' },
  'calendar.hand_name_en': { zh: '节日（英文）', en: 'Holiday, in English' },
  'calendar.hand_name_hint': {
    zh: '例如 春节。常见节日的英文名会自动补上。',
    en: 'As in the notice. English names of common holidays are filled in for you.',
  },
  'calendar.hand_holiday_act': { zh: '添加假期', en: 'Add the holiday' },
  'calendar.hand_make_up': { zh: '添加一个调休上班日', en: 'Add a make-up workday' },
  'calendar.hand_date': { zh: '上班的周六或周日', en: 'Saturday or Sunday worked' },
  'calendar.hand_for_zh': { zh: '因哪个节日调休（中文）', en: 'For which holiday, in Chinese' },
  'calendar.hand_for_en': { zh: '因哪个节日调休（英文）', en: 'For which holiday, in English' },
  'calendar.hand_follows': { zh: '按哪天的课表上课', en: 'Whose timetable it follows' },
  'calendar.hand_make_up_act': { zh: '添加上班日', en: 'Add the workday' },
  'calendar.hand_so_far': { zh: '现有的放假与调休', en: 'Entered so far' },
  'calendar.hand_back': { zh: '{year} 年校历', en: 'Calendar of {year}' },
  'calendar.hand_remove': { zh: '删除', en: 'Remove' },
  'calendar.hand_remove_day': { zh: '只删除 {day:dayShort}', en: 'Remove {day:dayShort} only' },
  'calendar.hand_remove_days': { zh: '按天删除', en: 'Remove single days' },
  'calendar.holiday_entered': {
    zh: '已录入{name}，{count} 天；现有 {affected} 次课落在放假或停课日。',
    en: {
      one: '{name} is entered ({count} day). Sessions on holidays or closures: {affected}.',
      other: '{name} is entered ({count} days). Sessions on holidays or closures: {affected}.',
    },
  },
  'calendar.holiday_removed': {
    zh: '已删除假期 {count} 天。',
    en: { one: '{count} day of the holiday is removed.', other: '{count} days of the holiday are removed.' },
  },
  'calendar.make_up_entered': {
    zh: '已录入调休上班日 {day:dayShort}。',
    en: '{day:dayShort} is entered as a make-up workday.',
  },
  'calendar.make_up_removed': {
    zh: '已删除调休上班日 {day:dayShort}。',
    en: '{day:dayShort} is no longer a make-up workday.',
  },
  'calendar.difference_title': {
    zh: '{year} 年放假通知：载入前看变化',
    en: 'The notice for {year}: what would change',
  },
  'calendar.difference_lead': {
    zh: '现在什么也没有载入。看过下面的变化，确认后才生效。',
    en: 'Nothing is loaded yet. Check the changes, then confirm.',
  },
  'calendar.difference_none': { zh: '与现有的一样，没有变化', en: 'No changes' },
  'calendar.difference_none_text': {
    zh: '{year} 年的日子和通知原文都与这个文件一致，不用再载入。',
    en: 'The days and original notices of {year} are the same as in this file. There is nothing to load.',
  },
  'calendar.difference_empty': {
    zh: '文件里没有日子：{year} 年通知尚未公布',
    en: 'The file has no days: the notice for {year} is not out yet',
  },
  'calendar.difference_empty_text': {
    zh: '载入后，{year} 年仍显示为“未公布”，已有的 {count} 天会全部删除。',
    en: 'If you load it, {year} is shown as not yet published, and all its recorded days are removed: {count}.',
  },
  'calendar.difference_only_origin': {
    zh: '日子一样，只是来源会变',
    en: 'The days are the same; only the source changes',
  },
  'calendar.difference_only_origin_text': {
    zh: '确认后，{year} 年会记为“已载入”，并附上文件里的通知原文。',
    en: 'If you confirm, {year} is shown as loaded from a file, with the original notices that the file names.',
  },
  'calendar.difference_added': { zh: '新增', en: 'Added' },
  'calendar.difference_changed': { zh: '改动', en: 'Changed' },
  'calendar.difference_removed': { zh: '删除', en: 'Removed' },
  'calendar.difference_closing': { zh: '课次受影响', en: 'Sessions affected' },
  'calendar.difference_closing_heading': {
    zh: '有 {count} 次课排在将要放假的日子',
    en: {
      one: 'One session is on a day that will be closed',
      other: '{count} sessions are on days that will be closed',
    },
  },
  'calendar.difference_closing_none': {
    zh: '没有课排在将要放假的日子。',
    en: 'No session is on a day that will be closed.',
  },
  'calendar.difference_elsewhere': {
    zh: '已在另一年的通知里，不重复载入：{days}',
    en: 'Already part of another year’s notice, not loaded again: {days}',
  },
  'calendar.difference_to': { zh: '改为', en: 'becomes' },
  'calendar.difference_kept': {
    zh: '调休上班日按哪天课表、手工写的英文名都会保留。已经上过的课不会变。',
    en: 'The weekdays that make-up workdays follow and English names entered by hand are kept. Past sessions do not change.',
  },
  'calendar.difference_act': { zh: '确认载入 {year} 年通知', en: 'Load the notice for {year}' },
  'calendar.difference_cancel': { zh: '不载入', en: 'Do not load' },
});
