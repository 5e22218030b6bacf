import { Module, type OnModuleInit } from '@nestjs/common';
import { CancelCohort, CohortsModule, RestoreCohort } from '../cohorts/index.js';
import { Clock, ReadDatabase, Ticker } from '../platform/index.js';
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
import { CalendarFeeds, feedControllers, feedProviders, ReplaceCalendarFeed } from './feeds/index.js';
import {
  dueBulletins,
  notificationControllers,
  notificationProviders,
  PendingNotifications,
  SendDueBulletins,
} from './notifications/index.js';
import { patternControllers, patternProviders, ScheduleByPattern } from './patterns/index.js';
import { DiscardPlan, OpenPlan, planControllers, planProviders, PublishPlan, PutPlannedChange } from './plans/index.js';
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
  CancelCohortSessions,
  CancelSession,
  MoveSession,
  PlaceSession,
  RestoreCohortSessions,
  RestoreSession,
  sessionControllers,
  SessionsOfCohorts,
  sessionProviders,
} from './sessions/index.js';

/** How often due bulletins are looked for. */
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
    ReplaceCalendarFeed,
    SetBookableHours,
    DeclareUnavailability,
    AddLicencePool,
    ChangeLicencePool,
    CloseLicencePool,
    OpenPlan,
    PutPlannedChange,
    PublishPlan,
    DiscardPlan,
    PendingNotifications,
    SessionsOfCohorts,
    AcademyCalendarReader,
    TimetableReader,
  ],
})
export class SchedulingModule implements OnModuleInit {
  constructor(
    private readonly cancelCohort: CancelCohort,
    private readonly restoreCohort: RestoreCohort,
    private readonly cancelSessions: CancelCohortSessions,
    private readonly restoreSessions: RestoreCohortSessions,
    private readonly ticker: Ticker,
    private readonly sendDueBulletins: SendDueBulletins,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.ticker.every({
      name: 'send-bulletins',
      every: EVERY,
      due: async () => (await dueBulletins(this.reads.query, this.clock.now())).length > 0,
      work: (turn) => this.sendDueBulletins.execute(turn),
    });
    this.cancelCohort.whenCancelled((tx, cohort) => this.cancelSessions.execute(tx, cohort.id));
    this.restoreCohort.whenRestored((tx, cohort) => this.restoreSessions.execute(tx, cohort));
  }
}
