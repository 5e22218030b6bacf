import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/index.js';
import { AddEmployer, ChangeEmployer } from './actions/keep-employers.js';
import { AddContact, RemoveContact } from './actions/keep-contacts.js';
import { MakeKey, RevokeKey } from './actions/keep-keys.js';
import { EndPlacement, RecordPlacement } from './actions/place.js';
import { RecogniseKey } from './actions/recognise-key.js';
import { EmployerAccessController } from './web/access.controller.js';
import { EmployersController } from './web/employers.controller.js';
import { OwnKeysController } from './web/own-keys.controller.js';
import { PlacementsController } from './web/placements.controller.js';

/** Companies, the cohorts that they sponsor, and the jobs that trainees find with them. */
@Module({
  imports: [CoursesModule],
  controllers: [EmployersController, PlacementsController, EmployerAccessController, OwnKeysController],
  providers: [
    AddEmployer,
    ChangeEmployer,
    RecordPlacement,
    EndPlacement,
    MakeKey,
    RevokeKey,
    AddContact,
    RemoveContact,
    RecogniseKey,
  ],
  exports: [RecogniseKey, MakeKey, AddContact, AddEmployer, ChangeEmployer, RecordPlacement, EndPlacement],
})
export class EmployersModule {}
