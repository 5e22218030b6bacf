import { ScheduleByPattern } from '../../../../src/scheduling/index.js';
import { done, type BuiltCohort, aCohort } from '../../../builders/cohorts.js';
import { type TestAcademy } from '../../../support/app.js';
import { person, signedIn } from '../../../support/people.js';

/** Makes cohorts on whose rooms and instructors there is much to hold. */
export function busyCohorts(academy: () => TestAcademy): () => Promise<BuiltCohort & { room: string }> {
  let serial = 0;
  /** A cohort whose code, room and agreement are its own, with four evenings in a week and one after it. */
  return async (): Promise<BuiltCohort & { room: string }> => {
    serial += 1;
    const cohort = await aCohort(academy(), { capacity: 30, code: `BUSY-${serial}`, on: '2026-04-01' });
    const meetings = ([1, 2, 3, 4] as const).map((weekday) => ({
      weekday,
      startTime: '18:30',
      endTime: '21:30',
      roomId: cohort.roomId,
      instructors: [{ instructorId: cohort.instructorId, role: 'lead' as const }],
      licences: [],
    }));
    done(
      await academy()
        .app.get(ScheduleByPattern)
        .execute(await person(academy(), 'coordinator'), {
          cohortCode: cohort.code,
          pattern: {
            startDate: '2026-05-11',
            meetings,
            extent: { by: 'sessions', sessions: 5 },
            everyNWeeks: 1,
            skipDates: [],
            breaks: [],
            extraDates: [],
          },
        }),
    );
    const administrator = await signedIn(academy(), 'administrator');
    const room = /\/office\/rooms\/(R\d+)"[^>]*>[^<]*<\/a>/g;
    const page = (await administrator.get('/office/rooms')).text;
    const rooms = [...page.matchAll(room)].map(([, code]) => code!);
    for (const code of rooms)
      if ((await administrator.get(`/office/rooms/${code}`)).text.includes(cohort.code))
        return { ...cohort, room: code };
    throw new Error('no room');
  };
}
