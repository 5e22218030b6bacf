export { ImportTrainees } from './actions/import-trainees.js';
export { ChangeTrainee } from './actions/change-trainee.js';
export { RegisterTrainee } from './actions/register-trainee.js';
export { ChangeOwnProfile } from './actions/change-own-profile.js';
export { SignUp } from './actions/sign-up.js';
export { traineeEntities } from './data/entities.js';
export { traineeById, traineeOf, type TraineeRow } from './data/trainee-queries.js';
export { Trainee } from './data/trainee.entity.js';
export { type Education, EDUCATIONS } from './domain/education.js';
export { type TraineeFacts } from './domain/facts.js';
export {
  type CertificateOfTrainee,
  TRAINEE_CERTIFICATES,
  type TraineeCertificates,
} from './domain/trainee-certificates.js';
export { type EnrolmentOfTrainee, TRAINEE_ENROLMENTS, type TraineeEnrolments } from './domain/trainee-enrolments.js';
export { type PlacementOfTrainee, TRAINEE_PLACEMENTS, type TraineePlacements } from './domain/trainee-placements.js';
export { type ResultOfTrainee, TRAINEE_RESULTS, type TraineeResults } from './domain/trainee-results.js';
export { isName, nameKey, tidyName } from './domain/names.js';
export { TraineesModule } from './trainees.module.js';
export { traineeMessages } from './messages/index.js';
