import { PlanCohort, PublishCohort } from '../../../../src/cohorts/index.js';
import { EnrolSelf } from '../../../../src/enrolment/index.js';
import { instantOf, type Weekday } from '../../../../src/platform/index.js';
import {
  AddInstructor,
  AddRoom,
  meetingsOn,
  QualifyInstructor,
  ScheduleByPattern,
} from '../../../../src/scheduling/index.js';
import { ledBy } from '../../../../src/scheduling/core/domain/placed-session.js';
import { aCourse, done } from '../../../builders/cohorts.js';
import { someTrainees } from '../../../builders/trainees.js';
import { type TestAcademy } from '../../../support/app.js';
import { person } from '../../../support/people.js';

interface Wanted {
  readonly weekdays: readonly Weekday[];
  readonly startTime: string;
  readonly endTime: string;
}

/** Four cohorts over the whole of 2026, placed before its notice is out. */
export async function placeTheYear(academy: TestAcademy): Promise<{ id: string; code: string }[]> {
  const cohorts: { id: string; code: string }[] = [];
  const rooms = [await aRoom('R-1'), await aRoom('R-2')];
  const course = await aCourse(academy, await person(academy, 'coordinator'), 'REPAIR');
  const teachers = [await aTeacher('宋知远', course.id), await aTeacher('柳如风', course.id)];
  // Two cohorts share the room and the teacher, evenings after days; two weekends share the other.
  await aYear(
    course.id,
    { weekdays: [1, 3], startTime: '18:30', endTime: '21:00' },
    { room: rooms[0]!, teacher: teachers[0]! },
  );
  await aYear(
    course.id,
    { weekdays: [2, 4, 5], startTime: '09:00', endTime: '12:00' },
    { room: rooms[0]!, teacher: teachers[0]! },
  );
  await aYear(
    course.id,
    { weekdays: [6], startTime: '09:00', endTime: '16:00' },
    { room: rooms[1]!, teacher: teachers[1]! },
  );
  await aYear(
    course.id,
    { weekdays: [7], startTime: '13:30', endTime: '17:00' },
    { room: rooms[0]!, teacher: teachers[0]! },
  );
  return cohorts;

  async function aRoom(code: string): Promise<string> {
    return done(
      await academy.app.get(AddRoom).execute(await person(academy, 'administrator'), {
        code,
        nameZh: `教室 ${code}`,
        nameEn: `Room ${code}`,
        kind: 'room',
        seats: 30,
        placeZh: '',
        placeEn: '',
      }),
    ).id;
  }

  async function aTeacher(name: string, courseId: string): Promise<string> {
    const administrator = await person(academy, 'administrator');
    const { id } = done(
      await academy.app.get(AddInstructor).execute(administrator, {
        name,
        latinName: null,
        email: `${name.length}${cohorts.length}.${name === '宋知远' ? 'song' : 'liu'}@academy.example`,
        phone: null,
        bioZh: null,
        bioEn: null,
        accountEmail: null,
      }),
    );
    done(
      await academy.app
        .get(QualifyInstructor)
        .execute(administrator, id, { courseId, validFrom: null, validUntil: null }),
    );
    return id;
  }

  async function aYear(
    courseId: string,
    { weekdays, startTime, endTime }: Wanted,
    { room, teacher }: { room: string; teacher: string },
  ): Promise<void> {
    const coordinator = await person(academy, 'coordinator');
    const code = `YEAR-${cohorts.length + 1}`;
    const cohort = done(
      await academy.app.get(PlanCohort).execute(coordinator, {
        courseId,
        code,
        delivery: 'onsite',
        startsOn: '2026-01-01',
        endsOn: '2026-10-31',
        capacity: 20,
        leastEnrolment: 1,
        windowOpensAt: academy.clock.now() - 1000,
        windowClosesAt: instantOf('2025-12-31', '12:00'),
        decisionOn: null,
        feeTextZh: null,
        feeTextEn: null,
        sponsorEmployerId: null,
      }),
    );
    done(
      await academy.app.get(ScheduleByPattern).execute(coordinator, {
        cohortCode: code,
        pattern: {
          startDate: '2026-01-01',
          meetings: meetingsOn(
            weekdays,
            { startTime, endTime },
            { roomId: room, instructors: ledBy(teacher), licences: [] },
          ),
          extent: { by: 'date', lastDate: '2026-10-16' },
          everyNWeeks: 1,
          skipDates: [],
          breaks: [],
          extraDates: [],
        },
      }),
    );
    done(await academy.app.get(PublishCohort).execute(coordinator, cohort.id));
    for (const trainee of await someTrainees(academy, 3)) done(await academy.app.get(EnrolSelf).execute(trainee, code));
    cohorts.push({ id: cohort.id, code });
  }
}
