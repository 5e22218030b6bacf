import { Module, type Type } from '@nestjs/common';
import { SetTargets } from './actions/set-targets.js';
import { HomeQueries } from './data/home.js';
import { LicenceUses } from './data/licence-use.js';
import { OutputFigures } from './data/output-figures.js';
import { OutputPeople } from './data/output-people.js';
import { OwnTraining } from './data/own-training.js';
import { BackupToSeeTo } from './data/tasks/backup-to-see-to.js';
import { CertificatesToIssue } from './data/tasks/certificates-to-issue.js';
import { CohortsToComplete } from './data/tasks/cohorts-to-complete.js';
import { CohortsToDecide } from './data/tasks/cohorts-to-decide.js';
import { EmployersThatSearch } from './data/tasks/employers-that-search.js';
import { RecordsToExamine } from './data/tasks/records-to-examine.js';
import { RegistersToMark } from './data/tasks/registers-to-mark.js';
import { DeclinedSessions } from './data/tasks/sessions-declined.js';
import { SessionsShutOut } from './data/tasks/sessions-shut-out.js';
import { SessionsToStaff } from './data/tasks/sessions-to-staff.js';
import { TASK_SOURCES, type TaskSource } from './data/tasks/task-source.js';
import { TasksOfToday } from './data/tasks/tasks-of-today.js';
import { Tasks } from './data/tasks/tasks.js';
import { WaitlistsWithSeats } from './data/tasks/waitlists-with-seats.js';
import { TodayQueries } from './data/today.js';
import { HomeController } from './web/home.controller.js';
import { LicenceReportController } from './web/licence-report.controller.js';
import { OutputPeopleController } from './web/output-people.controller.js';
import { OutputController } from './web/output.controller.js';
import { OwnTrainingController } from './web/own-training.controller.js';
import { TargetsController } from './web/targets.controller.js';
import { TasksController } from './web/tasks.controller.js';
import { TodayController } from './web/today.controller.js';

/** All kinds of tasks, in the order of the page. */
const taskSources: Type<TaskSource>[] = [
  RecordsToExamine,
  CohortsToDecide,
  SessionsShutOut,
  SessionsToStaff,
  DeclinedSessions,
  RegistersToMark,
  WaitlistsWithSeats,
  CohortsToComplete,
  CertificatesToIssue,
  EmployersThatSearch,
  BackupToSeeTo,
];

/** Home pages for everybody, the office's tasks, and the academy's output. Reads all modules, writes only targets. */
@Module({
  controllers: [
    LicenceReportController,
    HomeController,
    TodayController,
    TasksController,
    OutputController,
    OutputPeopleController,
    TargetsController,
    OwnTrainingController,
  ],
  providers: [
    LicenceUses,
    HomeQueries,
    OutputFigures,
    OutputPeople,
    OwnTraining,
    SetTargets,
    TodayQueries,
    Tasks,
    TasksOfToday,
    ...taskSources,
    { provide: TASK_SOURCES, useFactory: (...sources: TaskSource[]) => sources, inject: taskSources },
  ],
  exports: [SetTargets],
})
export class ReportingModule {}
