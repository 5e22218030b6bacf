import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/index.js';
import { AttendanceModule } from './attendance/index.js';
import { CertificationsModule, CertifiedAchievements, PrerequisitesByCertificates } from './certifications/index.js';
import { COHORT_ENROLMENTS, CohortsModule, CohortsOfCourses, SEAT_PLAN } from './cohorts/index.js';
import { ACHIEVEMENT_CERTIFICATES, COURSE_COHORTS, CoursesModule } from './courses/index.js';
import { EmployersModule } from './employers/index.js';
import { CohortPeople, CohortSeats, EnrolmentCounts, EnrolmentModule, PREREQUISITES } from './enrolment/index.js';
import { Navigation } from './start/navigation.js';
import { OperationsModule } from './operations/index.js';
import { CHROME, type Foundations, PlatformModule } from './platform/index.js';
import { ReportingModule } from './reporting/index.js';
import { COHORT_AUDIENCE, SchedulingModule } from './scheduling/index.js';
import { TraineesModule } from './trainees/index.js';

const answers = [
  { provide: CHROME, useExisting: Navigation },
  { provide: SEAT_PLAN, useExisting: CohortSeats },
  { provide: COHORT_AUDIENCE, useExisting: CohortPeople },
  { provide: PREREQUISITES, useExisting: PrerequisitesByCertificates },
  { provide: ACHIEVEMENT_CERTIFICATES, useExisting: CertifiedAchievements },
  { provide: COURSE_COHORTS, useExisting: CohortsOfCourses },
  { provide: COHORT_ENROLMENTS, useExisting: EnrolmentCounts },
];

/** The ports by which a module asks one that it may not import, each bound to whoever answers. */
@Global()
@Module({
  imports: [CohortsModule, EnrolmentModule, CertificationsModule, SchedulingModule],
  providers: [Navigation, ...answers],
  exports: answers.map(({ provide }) => provide),
})
class PortsModule {}

/** The one place that joins modules. */
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
