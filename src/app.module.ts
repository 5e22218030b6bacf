import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/index.js';
import { AttendanceModule } from './attendance/index.js';
import { CertificationsModule } from './certifications/index.js';
import { CohortsModule } from './cohorts/index.js';
import { CoursesModule } from './courses/index.js';
import { EmployersModule } from './employers/index.js';
import { EnrolmentModule } from './enrolment/index.js';
import { Navigation } from './navigation.js';
import { CHROME, type Foundations, PlatformModule } from './platform/index.js';
import { ReportingModule } from './reporting/index.js';
import { SchedulingModule } from './scheduling/index.js';
import { TraineesModule } from './trainees/index.js';

@Global()
@Module({ providers: [Navigation, { provide: CHROME, useExisting: Navigation }], exports: [CHROME] })
class ChromeModule {}

/** The one place that joins modules, and binds the ports by which one asks another. */
@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(foundations), ChromeModule, AccountsModule, CoursesModule, TraineesModule, EmployersModule, CohortsModule,
        SchedulingModule, EnrolmentModule, AttendanceModule, CertificationsModule, ReportingModule,
      ],
    };
  }
}
