import { Module } from '@nestjs/common';
import { AddEmployer, ChangeEmployer } from './actions/keep-employers.js';
import { EndPlacement, RecordPlacement } from './actions/place.js';

/** Companies, the cohorts that they sponsor, and the jobs that trainees find with them. */
@Module({
  controllers: [],
  providers: [AddEmployer, ChangeEmployer, RecordPlacement, EndPlacement],
  exports: [AddEmployer, ChangeEmployer, RecordPlacement, EndPlacement],
})
export class EmployersModule {}
