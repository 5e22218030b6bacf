export * from './domain/index.js';
export { SetBookableHours } from './actions/bookable-hours.js';
export { DeclareUnavailability } from './actions/declare-unavailability.js';
export { LiftUnavailability } from './actions/lift-unavailability.js';
export { AddInstructor, ChangeInstructor, type InstructorProfile, RetireInstructor } from './actions/instructors.js';
export { RestoreInstructor } from './actions/restore-instructor.js';
export {
  AddLicencePool,
  ChangeLicencePool,
  CloseLicencePool,
  type LicencePoolProfile,
} from './actions/licence-pools.js';
export { ReopenLicencePool } from './actions/reopen-licence-pool.js';
export { QualifyInstructor } from './actions/qualify-instructor.js';
export { WithdrawQualification } from './actions/withdraw-qualification.js';
export { AddRoom, ChangeRoom, CloseRoom, type RoomProfile } from './actions/rooms.js';
export { ReopenRoom } from './actions/reopen-room.js';
export { type LicencePoolRow, licencePools } from './data/licence-queries.js';
export { resourceMessages } from './messages/index.js';
export { resourceControllers, resourceProviders } from './resources.providers.js';
