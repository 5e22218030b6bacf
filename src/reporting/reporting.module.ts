import { Module } from '@nestjs/common';
import { SetTargets } from './actions/set-targets.js';
import { HomeQueries } from './data/home.js';
import { LicenceUses } from './data/licence-use.js';
import { OutputFigures } from './data/output-figures.js';
import { OutputPeople } from './data/output-people.js';
import { OwnTraining } from './data/own-training.js';
import { TodayQueries } from './data/today.js';
import { HomeController } from './web/home.controller.js';
import { LicenceReportController } from './web/licence-report.controller.js';
import { OutputPeopleController } from './web/output-people.controller.js';
import { OutputController } from './web/output.controller.js';
import { OwnTrainingController } from './web/own-training.controller.js';
import { TargetsController } from './web/targets.controller.js';
import { TodayController } from './web/today.controller.js';

/** Home pages for everybody, and the academy's output. Reads all, writes only targets. */
@Module({
  controllers: [LicenceReportController, HomeController, TodayController, OutputController, OutputPeopleController, TargetsController, OwnTrainingController],
  providers: [LicenceUses, HomeQueries, OutputFigures, OutputPeople, OwnTraining, SetTargets, TodayQueries],
  exports: [SetTargets],
})
export class ReportingModule {}
