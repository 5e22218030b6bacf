import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { AddEmployer, ChangeEmployer } from './actions/keep-employers.js';
import { EndPlacement, RecordPlacement } from './actions/place.js';
import { EmployersController } from './web/employers.controller.js';
import { PlacementsController } from './web/placements.controller.js';

/** Companies, the cohorts that they sponsor, and the jobs that trainees find with them. */
@Module({
  imports: [CoursesModule],
  controllers: [EmployersController, PlacementsController],
  providers: [AddEmployer, ChangeEmployer, RecordPlacement, EndPlacement],
  exports: [AddEmployer, ChangeEmployer, RecordPlacement, EndPlacement],
})
export class EmployersModule {}
