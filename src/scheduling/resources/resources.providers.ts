import { AddInstructor } from './actions/add-instructor.js';
import { AddLicencePool } from './actions/add-licence-pool.js';
import { AddRoom } from './actions/add-room.js';
import { ChangeInstructor } from './actions/change-instructor.js';
import { ChangeLicencePool } from './actions/change-licence-pool.js';
import { ChangeRoom } from './actions/change-room.js';
import { CloseLicencePool } from './actions/close-licence-pool.js';
import { CloseRoom } from './actions/close-room.js';
import { DeclareUnavailability } from './actions/declare-unavailability.js';
import { FollowInstructorEmail } from './actions/follow-instructor-email.js';
import { LiftUnavailability } from './actions/lift-unavailability.js';
import { QualifyInstructor } from './actions/qualify-instructor.js';
import { ReopenLicencePool } from './actions/reopen-licence-pool.js';
import { ReopenRoom } from './actions/reopen-room.js';
import { RestoreInstructor } from './actions/restore-instructor.js';
import { RetireInstructor } from './actions/retire-instructor.js';
import { SetBookableHours } from './actions/set-bookable-hours.js';
import { WithdrawQualification } from './actions/withdraw-qualification.js';
import { AvailabilityViews } from './web/availability.page.js';
import { BookableHoursController } from './web/bookable-hours.controller.js';
import { InstructorListController } from './web/instructor-list.controller.js';
import { InstructorQualificationsController } from './web/instructor-qualifications.controller.js';
import { InstructorRetirementController } from './web/instructor-retirement.controller.js';
import { InstructorPages } from './web/instructor.page.js';
import { InstructorsController } from './web/instructors.controller.js';
import { LicenceClosureController } from './web/licence-closure.controller.js';
import { LicencePages } from './web/licence.page.js';
import { LicencesController } from './web/licences.controller.js';
import { OwnAbsencesController } from './web/own-absences.controller.js';
import { RoomClosureController } from './web/room-closure.controller.js';
import { RoomListController } from './web/room-list.controller.js';
import { RoomPages } from './web/room.page.js';
import { RoomsController } from './web/rooms.controller.js';
import { UnavailabilityController } from './web/unavailability.controller.js';

export const resourceControllers = [
  RoomListController,
  RoomsController,
  RoomClosureController,
  InstructorListController,
  InstructorsController,
  InstructorRetirementController,
  InstructorQualificationsController,
  BookableHoursController,
  UnavailabilityController,
  LicencesController,
  LicenceClosureController,
  OwnAbsencesController,
];

export const resourceProviders = [
  FollowInstructorEmail,
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
  LicencePages,
  RoomPages,
];
