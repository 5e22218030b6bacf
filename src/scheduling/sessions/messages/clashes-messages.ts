import { defineMessages } from '../../../platform/index.js';

export const clashMessages = defineMessages({
  'clash.list_title': { zh: '课表冲突', en: 'Clashes' },
  'clash.lead': {
    zh: '今后所有的课，逐次核对教室、讲师、班次、软件授权和校历。',
    en: 'All sessions ahead, checked against rooms, instructors, cohorts, licences and the calendar.',
  },
  'clash.step_through': { zh: '逐个解决', en: 'Resolve one by one' },
  'clash.count': {
    zh: '{count} 次课有问题',
    en: { one: '{count} session has a problem', other: '{count} sessions have problems' },
  },
  'clash.search': { zh: '班次编号', en: 'Cohort code' },
  'clash.kind_label': { zh: '问题', en: 'Problem' },
  'clash.kind_room': { zh: '教室', en: 'Room' },
  'clash.kind_instructor': { zh: '讲师', en: 'Instructor' },
  'clash.kind_cohort': { zh: '班次', en: 'Cohort' },
  'clash.kind_licence': { zh: '软件授权', en: 'Licence' },
  'clash.kind_day': { zh: '放假或停课', en: 'Holiday or closure' },
  'clash.solve': { zh: '解决', en: 'Resolve' },
  'clash.none': { zh: '没有冲突', en: 'No clashes' },
  'clash.none_text': {
    zh: '今后的课都排得下：教室、讲师、软件授权和校历都没有问题。',
    en: 'No session ahead has a problem with rooms, instructors, licences or the calendar.',
  },
  'clash.none_left': { zh: '没有待解决的冲突', en: 'No clashes to resolve' },
  'clash.none_left_text': {
    zh: '没有教室、讲师或班次被重复占用。下面是有人写明理由、照常安排的课。',
    en: 'No room, instructor or cohort is booked twice. Below are the sessions that were allowed by an override, with the reason.',
  },
  'clash.let_stand': { zh: '破例安排，已写明理由', en: 'Allowed by override' },
  'clash.let_stand_lead': {
    zh: '{count} 次课违反了学院自己定的限制，由有权限的人照常安排。',
    en: {
      one: '{count} session breaks a limit set by the academy and was allowed by somebody with permission.',
      other: '{count} sessions break limits set by the academy and were allowed by somebody with permission.',
    },
  },
  'clash.against': { zh: '违反什么', en: 'Rule broken' },
  'clash.because': { zh: '理由', en: 'Reason' },
  'clash.title': { zh: '{cohort} 第 {number} 次课的冲突', en: 'Clash of {cohort}, session {number}' },
  'clash.place_in_list': { zh: '第 {at} 个，共 {total} 个', en: '{at} of {total}' },
  'clash.back': { zh: '所有冲突', en: 'All clashes' },
  'clash.previous': { zh: '上一个', en: 'Previous' },
  'clash.next': { zh: '下一个', en: 'Next' },
  'clash.why': { zh: '为什么排不下', en: 'Problem' },
  'clash.suggestions': { zh: '可以这样解决', en: 'Suggestions' },
  'clash.suggestions_lead': {
    zh: '影响的人最少的排在前面；点一下就改，随后转到下一个。',
    en: 'Those that affect the fewest people come first. One click makes the change and opens the next clash.',
  },
  'clash.take': { zh: '就这样改', en: 'Apply' },
  'clash.no_suggestion': {
    zh: '前后三周都没有现成的办法，请换个时间，或改用别的教室和讲师。',
    en: 'No suggestion within three weeks. Choose another time, room or instructor yourself.',
  },
  'clash.by_hand': { zh: '自己调整', en: 'Move it by hand' },
  'clash.suggestion_taken': {
    zh: '{cohort} 第 {number} 次课已调整，待通知 {count} 人。',
    en: {
      one: '{cohort}, session {number} is changed; {count} person will be notified.',
      other: '{cohort}, session {number} is changed; {count} people will be notified.',
    },
  },
  'clash.already_well': { zh: '这次课已经没有冲突了。', en: 'This session has no clash any more.' },
});
