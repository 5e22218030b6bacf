import { AnswerLinks } from './actions/answer-links.js';
import { CancelCohortSessions } from './actions/cancel-cohort-sessions.js';
import { CancelSession } from './actions/cancel-session.js';
import { MoveSession } from './actions/move-session.js';
import { PlaceSession } from './actions/place-session.js';
import { RestoreCohortSessions } from './actions/restore-cohort-sessions.js';
import { RestoreSession } from './actions/restore-session.js';
import { RestoreSessions } from './actions/restore-sessions.js';
import { ClashesController } from './web/clashes.controller.js';
import { SessionsOfCohorts } from './data/cohort-sessions.js';
import { CohortFeedController } from './web/cohort-feed.controller.js';
import { CohortSessionsController } from './web/cohort-sessions.controller.js';
import { TimetableGrid } from './web/grid/timetable-grid.js';
import { TimetablePlaceController } from './web/grid/timetable-place.controller.js';
import { TimetablePrintController } from './web/grid/timetable-print.controller.js';
import { TimetableUseController } from './web/grid/timetable-use.controller.js';
import { TimetableController } from './web/grid/timetable.controller.js';
import { BulkCancellationsController } from './web/bulk-cancellations.controller.js';
import { BulkRestorationsController } from './web/bulk-restorations.controller.js';
import { NewSessionController } from './web/new-session.controller.js';
import { SessionCancellationController } from './web/session-cancellation.controller.js';
import { SessionMoveController } from './web/session-move.controller.js';
import { SessionPages } from './web/session.page.js';
import { SessionRestorationController } from './web/session-restoration.controller.js';
import { TeachingController } from './web/teaching.controller.js';

export const sessionControllers = [
  CohortSessionsController,
  NewSessionController,
  CohortFeedController,
  BulkCancellationsController,
  BulkRestorationsController,
  SessionMoveController,
  SessionCancellationController,
  SessionRestorationController,
  ClashesController,
  TimetableController,
  TimetablePlaceController,
  TimetablePrintController,
  TimetableUseController,
  TeachingController,
];

export const sessionProviders = [
  PlaceSession,
  MoveSession,
  CancelSession,
  RestoreSession,
  RestoreSessions,
  AnswerLinks,
  CancelCohortSessions,
  RestoreCohortSessions,
  SessionsOfCohorts,
  TimetableGrid,
  SessionPages,
];
