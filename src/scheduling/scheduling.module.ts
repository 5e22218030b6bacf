import { Module, type OnModuleInit } from '@nestjs/common';
import { CancelCohort, CohortsModule, RestoreCohort } from '../cohorts/index.js';
import { Ticker } from '../platform/index.js';
import {
  calendarControllers,
  calendarProviders,
  DeclareClosure,
  EnterHoliday,
  EnterMakeUpDay,
  LoadHolidayNotice,
  RemoveHoliday,
  RemoveMakeUpDay,
} from './calendar/index.js';
import { AcademyCalendarReader, coreProviders, TimetableReader } from './core/index.js';
import { CalendarFeeds, feedControllers, feedProviders } from './feeds/index.js';
import {
  notificationControllers,
  notificationProviders,
  SendBulletin,
  PendingNotifications,
} from './notifications/index.js';
import { patternControllers, patternProviders, ScheduleByPattern } from './patterns/index.js';
import { DiscardPlan, OpenPlan, PlanChange, planControllers, planProviders, PublishPlan } from './plans/index.js';
import { repairControllers, repairProviders } from './repairs/index.js';
import {
  AddInstructor,
  AddLicencePool,
  AddRoom,
  ChangeInstructor,
  ChangeLicencePool,
  ChangeRoom,
  CloseLicencePool,
  CloseRoom,
  DeclareUnavailability,
  QualifyInstructor,
  resourceControllers,
  resourceProviders,
  RetireInstructor,
  SetBookableHours,
} from './resources/index.js';
import {
  CancelSession,
  MoveSession,
  PlaceSession,
  RestoreSession,
  sessionControllers,
  sessionProviders,
  SessionsOfCohort,
} from './sessions/index.js';

/** How often it is asked what may go out by itself. */
const EVERY = 20_000;

/** Sessions, rooms, instructors, the calendar, and who may not be in two places at once. */
@Module({
  imports: [CohortsModule],
  controllers: [
    ...calendarControllers,
    ...feedControllers,
    ...resourceControllers,
    ...sessionControllers,
    ...planControllers,
    ...patternControllers,
    ...repairControllers,
    ...notificationControllers,
  ],
  providers: [
    ...coreProviders,
    ...calendarProviders,
    ...feedProviders,
    ...resourceProviders,
    ...sessionProviders,
    ...planProviders,
    ...patternProviders,
    ...repairProviders,
    ...notificationProviders,
  ],
  exports: [
    AddRoom,
    ChangeRoom,
    CloseRoom,
    AddInstructor,
    ChangeInstructor,
    RetireInstructor,
    QualifyInstructor,
    LoadHolidayNotice,
    DeclareClosure,
    EnterHoliday,
    RemoveHoliday,
    EnterMakeUpDay,
    RemoveMakeUpDay,
    ScheduleByPattern,
    PlaceSession,
    MoveSession,
    CancelSession,
    RestoreSession,
    CalendarFeeds,
    SetBookableHours,
    DeclareUnavailability,
    AddLicencePool,
    ChangeLicencePool,
    CloseLicencePool,
    OpenPlan,
    PlanChange,
    PublishPlan,
    DiscardPlan,
    PendingNotifications,
    AcademyCalendarReader,
    TimetableReader,
  ],
})
export class SchedulingModule implements OnModuleInit {
  constructor(
    private readonly cancelCohort: CancelCohort,
    private readonly restoreCohort: RestoreCohort,
    private readonly sessions: SessionsOfCohort,
    private readonly ticker: Ticker,
    private readonly sendBulletin: SendBulletin,
  ) {}

  onModuleInit(): void {
    const { sendBulletin } = this;
    this.ticker.every({
      name: 'send-bulletins',
      every: EVERY,
      due: () => sendBulletin.anyDue(),
      work: (turn) => sendBulletin.due(turn),
    });
    this.cancelCohort.whenCancelled((tx, cohort) => this.sessions.cancel(tx, cohort.id));
    this.restoreCohort.whenRestored((tx, cohort) => this.sessions.restore(tx, cohort));
  }
}
