import { SetBookableHours } from './actions/bookable-hours.js';
import { DeclareUnavailability } from './actions/declare-unavailability.js';
import { AddInstructor, ChangeInstructor, RetireInstructor } from './actions/instructors.js';
import { AddLicencePool, ChangeLicencePool, CloseLicencePool } from './actions/licence-pools.js';
import { QualifyInstructor } from './actions/qualify-instructor.js';
import { AddRoom, ChangeRoom, CloseRoom } from './actions/rooms.js';
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
  AddInstructor,
  ChangeInstructor,
  RetireInstructor,
  QualifyInstructor,
  SetBookableHours,
  DeclareUnavailability,
  AddLicencePool,
  ChangeLicencePool,
  CloseLicencePool,
  AvailabilityViews,
  InstructorPages,
];
