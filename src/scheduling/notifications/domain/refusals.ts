/** Why a bulletin, or an email of it, may not be touched any more. */
export type BulletinRefusalCode = 'bulletinSent' | 'bulletinDropped';

/** Why an instructor cannot answer for a session, or not from this link. */
export type AnswerRefusalCode =
  'answerSessionCancelled' | 'answerSessionBegun' | 'answerNotYours' | 'answerSessionMoved';
