/** Why a bulletin, or a letter of it, may not be touched any more. */
export type BulletinRefusalCode = 'bulletinSent' | 'bulletinDropped';

/** Why an instructor cannot answer for a session, or not from this link. */
export type AnswerRefusalCode =
  'answerSessionCancelled' | 'answerSessionBegun' | 'answerNotYours' | 'answerSessionMoved';
