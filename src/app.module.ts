import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/index.js';
import { AttendanceModule } from './attendance/index.js';
import { CertificationsModule, PrerequisitesByCertificates } from './certifications/index.js';
import { CohortsModule, SEAT_PLAN } from './cohorts/index.js';
import { CoursesModule } from './courses/index.js';
import { EmployersModule } from './employers/index.js';
import { CohortPeople, CohortSeats, EnrolmentModule, PREREQUISITES } from './enrolment/index.js';
import { Navigation } from './start/navigation.js';
import { OperationsModule } from './operations/index.js';
import { CHROME, type Foundations, PlatformModule } from './platform/index.js';
import { ReportingModule } from './reporting/index.js';
import { COHORT_AUDIENCE, SchedulingModule } from './scheduling/index.js';
import { TraineesModule } from './trainees/index.js';

/** The ports by which a module asks one that it may not import, each bound to whoever answers. */
@Global()
@Module({
  imports: [EnrolmentModule, CertificationsModule, SchedulingModule],
  providers: [
    Navigation,
    { provide: CHROME, useExisting: Navigation },
    { provide: SEAT_PLAN, useExisting: CohortSeats },
    { provide: COHORT_AUDIENCE, useExisting: CohortPeople },
    { provide: PREREQUISITES, useExisting: PrerequisitesByCertificates },
  ],
  exports: [CHROME, SEAT_PLAN, COHORT_AUDIENCE, PREREQUISITES],
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
