import { Module } from '@nestjs/common';
import { ChangeCourse } from './actions/change-course.js';
import { DesignCourse } from './actions/design-course.js';
import { OpenTrack, RetireTrack } from './actions/keep-tracks.js';
import { RetireCourse } from './actions/retire-course.js';
import { CourseChoices } from './data/course-choices.js';
import { CourseListController } from './web/course-list.controller.js';
import { CoursePages } from './web/course-pages.js';
import { CourseRetirementController } from './web/course-retirement.controller.js';
import { CoursesController } from './web/courses.controller.js';
import { TracksController } from './web/tracks.controller.js';

/** What is taught: tracks, courses with their versions, and the achievements that they lead to. */
@Module({
  controllers: [TracksController, CourseListController, CoursesController, CourseRetirementController],
  providers: [OpenTrack, RetireTrack, DesignCourse, ChangeCourse, RetireCourse, CourseChoices, CoursePages],
  exports: [OpenTrack, RetireTrack, DesignCourse, ChangeCourse, RetireCourse, CourseChoices],
})
export class CoursesModule {}
