import { EnrolmentEvent } from './enrolment-event.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { Seat } from './seat.entity.js';

export const enrolmentEntities = [Seat, Enrolment, EnrolmentEvent];
