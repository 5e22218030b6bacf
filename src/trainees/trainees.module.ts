import { Module } from '@nestjs/common';
import { ClaimRecord } from './actions/claim-record.js';
import { FollowAccountEmail } from './actions/follow-account-email.js';
import { ImportTrainees } from './actions/import-trainees.js';
import { ChangeOwnProfile } from './actions/change-own-profile.js';
import { ChangeTrainee } from './actions/change-trainee.js';
import { PreviewImport } from './actions/preview-import.js';
import { ReadSheet } from './actions/read-sheet.js';
import { RegisterTrainee } from './actions/register-trainee.js';
import { SignUp } from './actions/sign-up.js';
import { TraineeList } from './data/trainee-list.js';
import { ProfileController } from './web/profile.controller.js';
import { SignUpController } from './web/sign-up.controller.js';
import { TraineeImportController } from './web/trainee-import.controller.js';
import { TraineeListController } from './web/trainee-list.controller.js';
import { TraineeHistories } from './web/trainee-history.js';
import { TraineesController } from './web/trainees.controller.js';

/** Trainees and their personal data. */
@Module({
  controllers: [
    SignUpController,
    ProfileController,
    TraineeListController,
    TraineeImportController,
    TraineesController,
  ],
  providers: [
    RegisterTrainee,
    ChangeTrainee,
    ChangeOwnProfile,
    SignUp,
    ClaimRecord,
    FollowAccountEmail,
    ReadSheet,
    PreviewImport,
    ImportTrainees,
    TraineeList,
    TraineeHistories,
  ],
  exports: [RegisterTrainee, ChangeTrainee, SignUp, ImportTrainees],
})
export class TraineesModule {}
