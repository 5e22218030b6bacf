import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/index.js';
import { AttendanceModule, OUTCOME_BINDINGS, ResultsOfTrainees } from './attendance/index.js';
import {
  BindOutcomes,
  CertificatesOfTrainees,
  CertificationsModule,
  CertifiedAchievements,
  PrerequisitesByCertificates,
} from './certifications/index.js';
import {
  COHORT_ENROLMENTS,
  COHORT_SESSIONS,
  CohortsModule,
  CohortsOfCourses,
  CohortsOfSponsors,
  SEAT_PLAN,
} from './cohorts/index.js';
import { ACHIEVEMENT_CERTIFICATES, COURSE_COHORTS, CoursesModule } from './courses/index.js';
import { EmployersModule, PlacementsOfTrainees, SPONSORED_COHORTS } from './employers/index.js';
import {
  CohortPeople,
  CohortSeats,
  EnrolmentCounts,
  EnrolmentModule,
  EnrolmentsOfTrainees,
  PREREQUISITES,
} from './enrolment/index.js';
import { Navigation } from './start/navigation.js';
import { OperationsModule } from './operations/index.js';
import { CHROME, type Foundations, PlatformModule } from './platform/index.js';
import { ReportingModule } from './reporting/index.js';
import { COHORT_AUDIENCE, SchedulingModule, SessionsOfCohorts } from './scheduling/index.js';
import {
  TRAINEE_CERTIFICATES,
  TRAINEE_ENROLMENTS,
  TRAINEE_PLACEMENTS,
  TRAINEE_RESULTS,
  TraineesModule,
} from './trainees/index.js';

const answers = [
  { provide: CHROME, useExisting: Navigation },
  { provide: SEAT_PLAN, useExisting: CohortSeats },
  { provide: COHORT_AUDIENCE, useExisting: CohortPeople },
  { provide: PREREQUISITES, useExisting: PrerequisitesByCertificates },
  { provide: ACHIEVEMENT_CERTIFICATES, useExisting: CertifiedAchievements },
  { provide: COURSE_COHORTS, useExisting: CohortsOfCourses },
  { provide: SPONSORED_COHORTS, useExisting: CohortsOfSponsors },
  { provide: TRAINEE_ENROLMENTS, useExisting: EnrolmentsOfTrainees },
  { provide: TRAINEE_RESULTS, useExisting: ResultsOfTrainees },
  { provide: TRAINEE_CERTIFICATES, useExisting: CertificatesOfTrainees },
  { provide: TRAINEE_PLACEMENTS, useExisting: PlacementsOfTrainees },
  { provide: OUTCOME_BINDINGS, useExisting: BindOutcomes },
  { provide: COHORT_SESSIONS, useExisting: SessionsOfCohorts },
  { provide: COHORT_ENROLMENTS, useExisting: EnrolmentCounts },
];

/** Binds each port to its implementation in a module that the port's module may not import. */
@Global()
@Module({
  imports: [EmployersModule, CohortsModule, SchedulingModule, EnrolmentModule, AttendanceModule, CertificationsModule],
  providers: [Navigation, ...answers],
  exports: answers.map(({ provide }) => provide),
})
class PortsModule {}

/** The only place that combines all modules. */
@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(foundations),
        PortsModule,
        AccountsModule,
        CoursesModule,
        TraineesModule,
        EmployersModule,
        CohortsModule,
        SchedulingModule,
        EnrolmentModule,
        AttendanceModule,
        CertificationsModule,
        OperationsModule,
        ReportingModule,
      ],
    };
  }
}
