import { Injectable } from '@nestjs/common';
import { type FieldFault, formView, type FormView, type Refusal, type Typed, type Visit } from '../../platform/index.js';
import type { CohortForTimetable } from '../data/timetable-facts.js';
import { TimetableReader } from '../data/timetable-reader.js';
import { SessionForm } from './forms.js';
import { instructorOptions, roomOptions } from './said.js';

export interface Filled {
  readonly typed: Typed;
  readonly faults?: readonly FieldFault[];
  readonly refusals?: readonly Refusal[];
}

/** The form of one session, with the rooms in use and the instructors who may teach the course. */
@Injectable()
export class SessionForms {
  constructor(private readonly reader: TimetableReader) {}

  /** Instructors are judged on the typed day where it is written plainly, else on the cohort’s first. */
  async view(visit: Visit, { courseId, startsOn }: CohortForTimetable, filled: Filled): Promise<FormView<SessionForm>> {
    const { date } = filled.typed;
    const day = typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? date : startsOn;
    const options = {
      roomId: roomOptions(visit.speaker, await this.reader.openRooms()),
      instructorId: instructorOptions(visit.speaker, await this.reader.qualifiedOn(day, courseId)),
    };
    return formView(SessionForm, visit.speaker, { ...filled, options });
  }
}
