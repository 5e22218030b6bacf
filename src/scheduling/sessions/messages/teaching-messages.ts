import { defineMessages } from '../../../platform/index.js';

export const teachingMessages = defineMessages({
  'teaching.title': { zh: '我的课次', en: 'My sessions' },
  'teaching.today': { zh: '今天', en: 'Today' },
  'teaching.nothing_today': { zh: '今天没有课。', en: 'No sessions today.' },
  'teaching.past': { zh: '上过的课', en: 'Past sessions' },
  'teaching.none': { zh: '还没有给你排课', en: 'No sessions for you yet' },
  'teaching.none_text': {
    zh: '教务排课后，你会收到邮件，课次也会列在这里。',
    en: 'When the office schedules sessions for you, you get an email and find them here.',
  },
});
