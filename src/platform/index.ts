export * from './actor.js';
export * from './durations.js';
export { BoundedCache } from './bounded-cache.js';
export * from './busy.js';
export * from './clock.js';
export * from './backup/index.js';
export type { BackupKeep, BackupSettings } from './backup-settings.js';
export { BadSetting, CONFIG, type Config, readConfig } from './config.js';
export * from './database/index.js';
export * from './files/index.js';
export * from './forms/index.js';
export * from './http/index.js';
export * from './i18n/index.js';
export * from './ids.js';
export * from './totp.js';
export {
  BACKGROUND_TIMING,
  type BackgroundTiming,
  Heartbeat,
  JOB_STATES,
  Jobs,
  type JobState,
  type JobUnderWay,
  persist,
  type Progress,
  type RecurringTask,
  RunningTurn,
  type Step,
  type StepResult,
  type TaskTurn,
  Ticker,
  TimeBudget,
  USUAL_TIMING,
  yieldToRequests,
} from './jobs/index.js';
export { LOGGER, makeLogger, nestLogger } from './log.js';
export { readdress, sendAgain } from './mail/index.js';
export {
  CALENDAR_METHODS,
  type CalendarPart,
  type CalendarPartMethod,
  calendarPartName,
  calendarPartType,
} from './outbox/calendar-part.js';
export type { Email } from './outbox/email.js';
export { OUTBOX_STATES, type OutboxState } from './outbox/outbox-message.entity.js';
export {
  addressWith,
  CHROME,
  type Chrome,
  type ChromeLine,
  type ChromeMaker,
  type NavItem,
  requestedPage,
  type Pages,
  pagesOf,
  progressView,
  type ProgressView,
} from './pages/index.js';
export {
  type CleanPicture,
  cleanPicture,
  isPicture,
  MOST_PICTURE_BYTES,
  PictureAltered,
  type PictureBytes,
  pictureIsStored,
  pictureOf,
  picturesByKey,
  type PictureRefusalCode,
  requiredPictures,
  StoredPicture,
  storePicture,
} from './pictures/index.js';
export { platformMessages } from './messages/platform-messages.js';
export { type Foundations, PlatformModule } from './platform.module.js';
export { platformEntities } from './entities.js';
export * from './refusals.js';
export { withoutSecrets } from './secret-addresses.js';
export * from './texts.js';
export { PoolClosed, type PoolSettings, type TaskOutcome, workerFile, WorkerPool } from './workers/index.js';
export * from './columns/columns.js';
export * from './columns/stored-json.js';
export { configureHttp, fastifyAdapter } from './server/configure.js';
