export { AnswerSession, type InstructorAnswer } from './actions/answer-session.js';
export { DropBulletin } from './actions/drop-bulletin.js';
export { SendBulletin } from './actions/send-bulletin.js';
export { PendingNotifications } from './actions/pending-notifications.js';
export { Bulletin, BulletinChange, BulletinEmail } from './data/bulletin.entity.js';
export { type DeclinedSession, declinedSessions } from './data/declined-sessions.js';
export { notificationMessages } from './messages/index.js';
export { notificationControllers, notificationProviders } from './notifications.providers.js';
