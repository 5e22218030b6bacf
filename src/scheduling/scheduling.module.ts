import { Module, type OnModuleInit } from '@nestjs/common';
import { CancelCohort, CohortsModule, RestoreCohort } from '../cohorts/index.js';
import { Ticker } from '../platform/index.js';
import { DeclareClosure, LoadHolidayNotice } from './actions/academy-calendar.js';
import { AddToBulletin } from './actions/add-to-bulletin.js';
import { SetBookableHours } from './actions/bookable-hours.js';
import { CalendarFeeds } from './actions/calendar-feeds.js';
import { CancelSession } from './actions/cancel-session.js';
import { ChangeTimetable } from './actions/change-timetable.js';
import { DeclareUnavailability } from './actions/declare-unavailability.js';
import { EnterNotice } from './actions/enter-notice.js';
import { AddInstructor, ChangeInstructor, RetireInstructor } from './actions/instructors.js';
import { Listeners } from './actions/listeners.js';
import { AddLicencePool, ChangeLicencePool, CloseLicencePool } from './actions/licence-pools.js';
import { MoveSession } from './actions/move-session.js';
import { PlaceSession } from './actions/place-session.js';
import { DiscardPlan } from './actions/plans/discard-plan.js';
import { OpenPlan } from './actions/plans/open-plan.js';
import { PlanChange } from './actions/plans/plan-change.js';
import { PublishPlan } from './actions/plans/publish-plan.js';
import { QualifyInstructor } from './actions/qualify-instructor.js';
import { RestoreSession } from './actions/restore-session.js';
import { AddRoom, ChangeRoom, CloseRoom } from './actions/rooms.js';
import { ScheduleByPattern } from './actions/schedule-by-pattern.js';
import { SessionsOfCohort } from './actions/sessions-of-cohort.js';
import { SendBulletin } from './actions/send-bulletin.js';
import { SessionEvents } from './actions/session-events.js';
import { AcademyCalendarReader } from './data/academy-days.js';
import { PatternPlanner } from './data/pattern-planner.js';
import { PlanReader } from './data/plan-reader.js';
import { RepairPlanner } from './data/repair-planner.js';
import { TimetableReader } from './data/timetable-reader.js';
import { tellingControllers, tellingProviders, Untold } from './telling.js';
import { AvailabilityViews } from './web/availability-view.js';
import { AvailabilityController } from './web/availability.controller.js';
import { CalendarFeedController } from './web/calendar-feed.controller.js';
import { CalendarPages } from './web/calendar-pages.js';
import { CalendarController } from './web/calendar.controller.js';
import { ClashesController } from './web/clashes.controller.js';
import { CohortSessionsController } from './web/cohort-sessions.controller.js';
import { FeedAddresses } from './web/feed-addresses.js';
import { FeedTexts } from './web/feed-texts.js';
import { FeedsController } from './web/feeds.controller.js';
import { FindingsOfPlaces } from './web/findings.js';
import { InstructorsController } from './web/instructors.controller.js';
import { LicencesController } from './web/licences.controller.js';
import { MyCalendarController } from './web/my-calendar.controller.js';
import { OwnAbsencesController } from './web/own-absences.controller.js';
import { ManyCancellationsController } from './web/many-cancellations.controller.js';
import { ManyRestorationsController } from './web/many-restorations.controller.js';
import { NoticesController } from './web/notices.controller.js';
import { PatternController } from './web/pattern.controller.js';
import { PatternsController } from './web/patterns.controller.js';
import { PlanLinesController } from './web/plans/plan-lines.controller.js';
import { PlanPages } from './web/plans/plan-pages.js';
import { PlansController } from './web/plans/plans.controller.js';
import { RepairsController } from './web/repairs/repairs.controller.js';
import { RoomsController } from './web/rooms.controller.js';
import { SessionForms } from './web/session-forms.js';
import { SessionsController } from './web/sessions.controller.js';
import { TeachingController } from './web/teaching.controller.js';
import { TimetableController } from './web/timetable.controller.js';
import { TimetableGrid } from './web/timetable-grid.js';
import { TimetablePlaceController } from './web/timetable-place.controller.js';
import { TimetablePrintController } from './web/timetable-print.controller.js';
import { TimetableUseController } from './web/timetable-use.controller.js';

/** How often it is asked what may go out by itself. */
const EVERY = 20_000;

const acts = [
  AddRoom, ChangeRoom, CloseRoom, AddInstructor, ChangeInstructor, RetireInstructor, QualifyInstructor, LoadHolidayNotice, DeclareClosure, EnterNotice,
  ScheduleByPattern, PlaceSession, MoveSession, CancelSession, RestoreSession, CalendarFeeds,
  SetBookableHours, DeclareUnavailability, AddLicencePool, ChangeLicencePool, CloseLicencePool,
  OpenPlan, PlanChange, PublishPlan, DiscardPlan,
];

/** Sessions, rooms, instructors, the calendar, and who may not be in two places at once. */
@Module({
  imports: [CohortsModule],
  controllers: [
    CohortSessionsController, PatternController, PatternsController, ManyCancellationsController, ManyRestorationsController, SessionsController, ClashesController, PlansController, PlanLinesController, RepairsController, TimetableController, RoomsController, InstructorsController, CalendarController, NoticesController,
    TimetablePlaceController, TimetablePrintController, TimetableUseController,
    AvailabilityController, LicencesController, OwnAbsencesController, TeachingController, MyCalendarController, CalendarFeedController, FeedsController, ...tellingControllers,
  ],
  providers: [...acts, ...tellingProviders, ChangeTimetable, AddToBulletin, Listeners, SessionsOfCohort, SessionEvents, AcademyCalendarReader, PatternPlanner, TimetableReader, PlanReader, PlanPages, RepairPlanner, SessionForms, FindingsOfPlaces, CalendarPages, FeedAddresses, FeedTexts, AvailabilityViews, TimetableGrid],
  exports: [...acts, Untold, AcademyCalendarReader, TimetableReader],
})
export class SchedulingModule implements OnModuleInit {
  constructor(
    private readonly cancelCohort: CancelCohort, private readonly restoreCohort: RestoreCohort, private readonly sessions: SessionsOfCohort,
    private readonly ticker: Ticker, private readonly sendBulletin: SendBulletin,
  ) {}

  onModuleInit(): void {
    const { sendBulletin } = this;
    this.ticker.every({ name: 'send-bulletins', every: EVERY, due: () => sendBulletin.anyDue(), work: (turn) => sendBulletin.due(turn) });
    this.cancelCohort.whenCancelled((tx, cohort) => this.sessions.cancel(tx, cohort.id));
    this.restoreCohort.whenRestored((tx, cohort) => this.sessions.restore(tx, cohort));
  }
}
