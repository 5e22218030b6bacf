import { refusalMessages } from '../../../platform/index.js';
import type { AnswerRefusalCode, BulletinRefusalCode } from '../domain/refusals.js';

export const notificationRefusalMessages = refusalMessages<BulletinRefusalCode | AnswerRefusalCode>({
  bulletinSent: {
    zh: '这份通知已在 {at:moment} 发出，不能再改。',
    en: 'These emails were sent at {at:moment} and can no longer change.',
  },
  bulletinDropped: {
    zh: '这份通知已在 {at:moment} 撤下，不会再发。',
    en: 'These emails were dropped at {at:moment} and will not be sent.',
  },
  answerSessionCancelled: { zh: '这次课已经取消，不用再答复。', en: 'This session is cancelled; no answer is needed.' },
  answerSessionBegun: {
    zh: '这次课已于 {startsAt:moment} 开始，不能再答复。',
    en: 'This session began at {startsAt:moment}; it can no longer be answered.',
  },
  answerNotYours: {
    zh: '这次课现在不由你讲授，不用答复。',
    en: 'You no longer teach this session; no answer is needed.',
  },
  answerSessionMoved: {
    zh: '这次课的时间又变了，现在是 {startsAt:moment}。请按最新的邮件答复，或登录后在“我的课次”里答复。',
    en: 'This session has moved again, to {startsAt:moment}. Answer from the latest email, or sign in and answer under My sessions.',
  },
});
