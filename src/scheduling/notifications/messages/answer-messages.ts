import { defineMessages } from '../../../platform/index.js';

export const answerMessages = defineMessages({
  'answer.state_open': { zh: '待确认', en: 'Unconfirmed' },
  'answer.state_confirmed': { zh: '已确认', en: 'Confirmed' },
  'answer.state_declined': { zh: '不能来', en: 'Declined' },
  'answer.title': { zh: '这次课你能上吗', en: 'Can you teach this session' },
  'answer.greeting': {
    zh: '{name}，请告诉我们这次课你能不能上。',
    en: '{name}, please tell us whether you can teach it.',
  },
  'answer.place': { zh: '地点', en: 'Location' },
  'answer.stands_now': { zh: '这次课现在的安排', en: 'Current details of the session' },
  'answer.you_confirmed': {
    zh: '你已确认能上。如有变化，可以在这里改。',
    en: 'You have confirmed that you can teach it. If that changes, tell us here.',
  },
  'answer.you_declined': {
    zh: '你已答复不能上，教务会另找讲师。如果又能上了，可以在这里改。',
    en: 'You have answered that you cannot teach it. The office is looking for someone else. If you can after all, tell us here.',
  },
  'answer.you_said': { zh: '你填写的原因：{said}', en: 'You wrote: {said}' },
  'answer.said': { zh: '不能上的原因', en: 'Reason' },
  'answer.said_hint': { zh: '只有教务看得到，300 字以内。', en: 'Only the office sees it; at most 300 characters.' },
  'answer.confirm': { zh: '我能上', en: 'I can teach it' },
  'answer.decline': { zh: '我不能上', en: 'I cannot' },
  'answer.confirm_short': { zh: '能上', en: 'I can' },
  'answer.cannot_link': { zh: '不能上', en: 'I cannot' },
  'answer.change_link': { zh: '改答复', en: 'Change my answer' },
  'answer.thanks_confirmed': {
    zh: '谢谢，已记下你能上这次课。',
    en: 'Thank you. Your confirmation is recorded.',
  },
  'answer.thanks_declined': {
    zh: '已记下你不能上，教务会另找讲师。',
    en: 'Your answer is recorded. The office will look for someone else.',
  },
  'substitute.title': { zh: '{cohort} 第 {number} 次课找谁代', en: 'Substitutes for {cohort}, session {number}' },
  'substitute.heading': { zh: '第 {number} 次课找谁代', en: 'Substitutes for session {number}' },
  'substitute.declined': { zh: '{name}不能上这次课', en: '{name} cannot teach it' },
  'substitute.said': { zh: '原因：{said}', en: 'Reason: {said}' },
  'substitute.nobody': { zh: '现在还没有讲师', en: 'Nobody teaches it yet' },
  'substitute.free': {
    zh: '那时有空、有资格的 {count} 位讲师',
    en: { one: '{count} qualified instructor is free then', other: '{count} qualified instructors are free then' },
  },
  'substitute.busy': {
    zh: '有资格、但那时不行的 {count} 位',
    en: {
      one: '{count} qualified instructor is not free then',
      other: '{count} qualified instructors are not free then',
    },
  },
  'substitute.who': { zh: '讲师', en: 'Instructor' },
  'substitute.week': { zh: '那一周已有课时', en: 'Hours that week' },
  'substitute.hours': { zh: '{hours} 小时', en: '{hours} h' },
  'substitute.day': { zh: '当天其他课', en: 'Other sessions that day' },
  'substitute.none_that_day': { zh: '没有', en: 'None' },
  'substitute.other': { zh: '{span}，{cohort}，{room}', en: '{span}, {cohort}, {room}' },
  'substitute.apart': { zh: '与这次课隔 {hours} 小时', en: '{hours} h apart from it' },
  'substitute.no_break': { zh: '紧挨着这次课', en: 'right next to it' },
  'substitute.why_not': { zh: '为什么不行', en: 'Why not' },
  'substitute.give': { zh: '请{name}来上', en: 'Assign {name}' },
  'substitute.given': {
    zh: '第 {number} 次课改由{name}讲授，待通知 {count} 人。',
    en: {
      one: '{name} now teaches session {number}; {count} person will be notified.',
      other: '{name} now teaches session {number}; {count} people will be notified.',
    },
  },
  'substitute.choose': { zh: '请从列表里选一位讲师。', en: 'Choose an instructor from the list.' },
  'substitute.none': { zh: '没有人有空', en: 'Nobody is free' },
  'substitute.none_text': {
    zh: '有资格讲这门课的讲师那时都不行。可以换个时间，或先给别的讲师加授课资格。',
    en: 'No instructor qualified for the course is free then. Move the session, or record a qualification for another instructor first.',
  },
  'substitute.move': { zh: '换个时间', en: 'Move the session' },
});
