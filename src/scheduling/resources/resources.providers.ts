import { SetBookableHours } from './actions/bookable-hours.js';
import { DeclareUnavailability } from './actions/declare-unavailability.js';
import { LiftUnavailability } from './actions/lift-unavailability.js';
import { AddInstructor, ChangeInstructor, RetireInstructor } from './actions/instructors.js';
import { RestoreInstructor } from './actions/restore-instructor.js';
import { AddLicencePool, ChangeLicencePool, CloseLicencePool } from './actions/licence-pools.js';
import { ReopenLicencePool } from './actions/reopen-licence-pool.js';
import { QualifyInstructor } from './actions/qualify-instructor.js';
import { WithdrawQualification } from './actions/withdraw-qualification.js';
import { AddRoom, ChangeRoom, CloseRoom } from './actions/rooms.js';
import { ReopenRoom } from './actions/reopen-room.js';
import { AvailabilityViews } from './web/availability.page.js';
import { AvailabilityController } from './web/availability.controller.js';
import { InstructorListController } from './web/instructor-list.controller.js';
import { InstructorPages } from './web/instructor.page.js';
import { InstructorQualificationsController } from './web/instructor-qualifications.controller.js';
import { InstructorRetirementController } from './web/instructor-retirement.controller.js';
import { InstructorsController } from './web/instructors.controller.js';
import { LicencesController } from './web/licences.controller.js';
import { OwnAbsencesController } from './web/own-absences.controller.js';
import { RoomsController } from './web/rooms.controller.js';

export const resourceControllers = [
  RoomsController,
  InstructorListController,
  InstructorsController,
  InstructorRetirementController,
  InstructorQualificationsController,
  AvailabilityController,
  LicencesController,
  OwnAbsencesController,
];

export const resourceProviders = [
  AddRoom,
  ChangeRoom,
  CloseRoom,
  ReopenRoom,
  AddInstructor,
  ChangeInstructor,
  RetireInstructor,
  RestoreInstructor,
  QualifyInstructor,
  WithdrawQualification,
  SetBookableHours,
  DeclareUnavailability,
  LiftUnavailability,
  AddLicencePool,
  ChangeLicencePool,
  CloseLicencePool,
  ReopenLicencePool,
  AvailabilityViews,
  InstructorPages,
];
