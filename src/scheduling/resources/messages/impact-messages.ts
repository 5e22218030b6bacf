import { defineMessages } from '../../../platform/index.js';

/** The impact of a closure or absence, shown before it is recorded. */
export const impactMessages = defineMessages({
  'calendar.foreseen': {
    zh: '停课还没有登记：有 {count} 次课排在这几天',
    en: {
      one: 'Not closed yet: one session is scheduled on these days',
      other: 'Not closed yet: {count} sessions are scheduled on these days',
    },
  },
  'calendar.close_anyway': { zh: '知道了，登记停课', en: 'Close these days anyway' },
  'availability.foreseen': {
    zh: '还没有登记：这段时间里有 {count} 次课',
    en: {
      one: 'Not recorded yet: one session is scheduled in this time',
      other: 'Not recorded yet: {count} sessions are scheduled in this time',
    },
  },
  'availability.foreseen_text.room': {
    zh: '登记后这些课仍在原处，要另换时间或教室；改动之前不会通知任何人。',
    en: 'They stay where they are until you repair them. Nobody is notified before that.',
  },
  'availability.foreseen_text.instructor': {
    zh: '登记后这些课仍在原处，要另换时间或讲师；改动之前不会通知任何人。',
    en: 'They stay where they are until you repair them. Nobody is notified before that.',
  },
  'availability.foreseen_text.own': {
    zh: '登记后教务会为这些课调整时间或安排代课。',
    en: 'Once it is recorded, the office finds another time or a substitute for them.',
  },
  'availability.declare_anyway.room': { zh: '知道了，登记停用', en: 'Close it anyway' },
  'availability.declare_anyway.instructor': { zh: '知道了，登记请假', en: 'Record it anyway' },
});
