import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/index.js';
import { CompleteCohort } from './actions/complete-cohort.js';
import { MarkAttendance } from './actions/mark-attendance.js';
import { RecordResults } from './actions/record-results.js';
import { AddAssessment } from './actions/add-assessment.js';
import { RemoveAssessment } from './actions/remove-assessment.js';
import { ResultsOfTrainees } from './data/results-of-trainees.js';
import { OfficeAssessmentsController, TeachingAssessmentsController } from './web/assessments.controller.js';
import { AttendanceController } from './web/attendance.controller.js';
import { CompletionController } from './web/completion.controller.js';
import { RegisterController } from './web/register.controller.js';
import { OfficeResultsController, TeachingResultsController } from './web/results.controller.js';
import { ResultsDesk } from './web/results.page.js';

const actions = [MarkAttendance, AddAssessment, RemoveAssessment, RecordResults, CompleteCohort];

/** Registers, assessments, results, and the completion of cohorts. */
@Module({
  imports: [CohortsModule],
  controllers: [
    RegisterController,
    AttendanceController,
    OfficeResultsController,
    TeachingResultsController,
    OfficeAssessmentsController,
    TeachingAssessmentsController,
    CompletionController,
  ],
  providers: [...actions, ResultsDesk, ResultsOfTrainees],
  exports: [...actions, ResultsOfTrainees],
})
export class AttendanceModule {}
