import { Module } from '@nestjs/common';
import { ClaimRecord } from './actions/claim-record.js';
import { ImportTrainees } from './actions/import-trainees.js';
import { ChangeTrainee, RegisterTrainee } from './actions/keep-trainees.js';
import { SignUp } from './actions/sign-up.js';

/** The people who are trained, and what the academy keeps of them. */
@Module({
  controllers: [],
  providers: [RegisterTrainee, ChangeTrainee, SignUp, ClaimRecord, ImportTrainees],
  exports: [RegisterTrainee, ChangeTrainee, SignUp, ImportTrainees],
})
export class TraineesModule {}
