import { HOURS_A_DAY, type DemoCourse, type PlacedCourse, type TrackCode } from './course.js';
import { CLOUD_COURSES } from './courses/cloud.js';
import { DATA_AI_COURSES } from './courses/data-ai.js';
import { IP_COURSES } from './courses/ip.js';
import { SOFTWARE_COURSES } from './courses/software.js';

/** All courses of the academy, by track. Microsoft's courses have their real codes, names and lengths. */
export const COURSES: readonly PlacedCourse[] = [
  ...within('CLOUD', CLOUD_COURSES),
  ...within('SOFTWARE', SOFTWARE_COURSES),
  ...within('DATA-AI', DATA_AI_COURSES),
  ...within('IP', IP_COURSES),
];

const BY_CODE = new Map(COURSES.map((course) => [course.code, course]));

/** @throws RangeError for an unknown code */
export function courseNamed(code: string): PlacedCourse {
  const course = BY_CODE.get(code);
  if (!course) throw new RangeError(`The demo has no course ${code}`);
  return course;
}

function within(track: TrackCode, courses: readonly DemoCourse[]): PlacedCourse[] {
  return courses.map((course) => ({ ...course, track, hours: course.days * HOURS_A_DAY }));
}
