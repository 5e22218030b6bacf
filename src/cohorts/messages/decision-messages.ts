import { defineMessages } from '../../platform/index.js';

export const cohortDecisionMessages = defineMessages({
  'cohort.decision_on': { zh: '开班决定日', en: 'Decision date' },
  'cohort.decision_hint': {
    zh: '到这天人数不足，会提醒教务决定是否开班。留空：开课前 7 天',
    en: 'If too few people have enrolled by then, the office is asked to decide. Empty: a week before it begins',
  },
  'cohort.decision_moved': {
    zh: '{cohort} 的开班决定日改为 {date:day}。',
    en: 'The decision on {cohort} is now due on {date:day}.',
  },
  'cohort.decision_title': { zh: '改 {code} 的开班决定日', en: 'Move the decision on {code}' },
  'cohort.decision_text': {
    zh: '已确认 {confirmed} 人，最低开班 {least} 人。到决定日人数仍不足，会列入待办；系统不会自行取消班次。',
    en: '{confirmed} confirmed; the minimum enrolment is {least}. If there are too few people on that day, a task is added. The system never cancels a cohort by itself.',
  },
  'cohort.decision_until': { zh: '最晚是开课当天，{date:day}', en: 'The first day, {date:day}, at the latest' },
  'cohort.act_decision': { zh: '改决定日', en: 'Move the date' },
  'cohort.decide_past': {
    zh: '开班决定日 {date:day} 已过，人数仍不足',
    en: 'Too few people, and the decision was due on {date:day}',
  },
  'cohort.decide_today': { zh: '今天要决定是否开班：人数不足', en: 'Too few people: decide today whether it runs' },
  'cohort.decide_soon': {
    zh: '{date:day}前要决定是否开班：人数不足',
    en: 'Too few people: decide by {date:day} whether it runs',
  },
  'cohort.decide_text': {
    zh: '已确认 {confirmed} 人，最低开班 {least} 人，还差 {lacking} 人；{startsOn:day}开课。系统不会自行取消，由你决定：',
    en: '{confirmed} confirmed, {lacking} short of the minimum enrolment of {least}. It begins on {startsOn:day}. The system cancels nothing by itself; you have three choices:',
  },
  'cohort.way_confirm': { zh: '照常开班', en: 'Run it anyway' },
  'cohort.way_confirm_text': { zh: '人数少也开，之后仍可报名。', en: 'With fewer people. Enrolment goes on.' },
  'cohort.way_move': { zh: '再等几天', en: 'Wait a few days' },
  'cohort.way_move_text': {
    zh: '换一天再决定，最晚 {date:day}。',
    en: 'Decide on another day, {date:day} at the latest.',
  },
  'cohort.way_move_over': { zh: '开课日已过，不能再等。', en: 'The first day has passed, so it cannot wait.' },
  'cohort.way_cancel': { zh: '取消班次', en: 'Cancel it' },
  'cohort.way_cancel_text': {
    zh: '课次取消，已报名的人各收到一封邮件。',
    en: 'Its sessions are cancelled, and everybody enrolled gets an email.',
  },
});
