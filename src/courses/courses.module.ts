import { Module } from '@nestjs/common';
import { ChangeCourse } from './actions/change-course.js';
import { DesignCourse } from './actions/design-course.js';
import { OpenTrack, RetireTrack } from './actions/keep-tracks.js';
import { RetireCourse } from './actions/retire-course.js';
import { CourseChoices } from './data/course-choices.js';

/** What is taught: tracks, courses with their versions, and the achievements that they lead to. */
@Module({
  controllers: [],
  providers: [OpenTrack, RetireTrack, DesignCourse, ChangeCourse, RetireCourse, CourseChoices],
  exports: [OpenTrack, RetireTrack, DesignCourse, ChangeCourse, RetireCourse, CourseChoices],
})
export class CoursesModule {}
