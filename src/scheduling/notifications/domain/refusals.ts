export type BulletinRefusalCode = 'bulletinSent' | 'bulletinDropped';

export type AnswerRefusalCode =
  'answerSessionCancelled' | 'answerSessionBegun' | 'answerNotYours' | 'answerSessionMoved';
