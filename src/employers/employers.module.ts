import { Module } from '@nestjs/common';
import { PROGRAM_RECOGNITION } from '../platform/index.js';
import { CoursesModule } from '../courses/index.js';
import { AddEmployer } from './actions/add-employer.js';
import { ChangeEmployer } from './actions/change-employer.js';
import { AddContact } from './actions/add-contact.js';
import { RemoveContact } from './actions/remove-contact.js';
import { MakeKey } from './actions/make-key.js';
import { RevokeKey } from './actions/revoke-key.js';
import { EndPlacement } from './actions/end-placement.js';
import { RecordPlacement } from './actions/record-placement.js';
import { RecogniseKey } from './actions/recognise-key.js';
import { RecogniseProgram } from './api/recognise-program.js';
import { PlacementsOfTrainees } from './data/placements-of-trainees.js';
import { AccessPages } from './web/access.page.js';
import { ContactsController } from './web/contacts.controller.js';
import { EmployersController } from './web/employers.controller.js';
import { KeysController } from './web/keys.controller.js';
import { OwnKeysController } from './web/own-keys.controller.js';
import { PlacementsController } from './web/placements.controller.js';

/** Employers, their contacts and API keys, and placements. */
@Module({
  imports: [CoursesModule],
  controllers: [EmployersController, PlacementsController, ContactsController, KeysController, OwnKeysController],
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
    RecogniseProgram,
    { provide: PROGRAM_RECOGNITION, useExisting: RecogniseProgram },
    PlacementsOfTrainees,
    AccessPages,
  ],
  exports: [
    PlacementsOfTrainees,
    RecogniseProgram,
    MakeKey,
    AddContact,
    AddEmployer,
    ChangeEmployer,
    RecordPlacement,
    EndPlacement,
  ],
})
export class EmployersModule {}
