import { Module } from '@nestjs/common';
import { ChangeCourse } from './actions/change-course.js';
import { DesignCourse } from './actions/design-course.js';
import { AddAchievement } from './actions/add-achievement.js';
import { RestoreAchievement } from './actions/restore-achievement.js';
import { RetireAchievement } from './actions/retire-achievement.js';
import { ChangeAchievement } from './actions/change-achievement.js';
import { KeepPicture } from './actions/keep-picture.js';
import { OpenTrack } from './actions/open-track.js';
import { RetireTrack } from './actions/retire-track.js';
import { RestoreTrack } from './actions/restore-track.js';
import { ChangeTrack } from './actions/change-track.js';
import { RestoreCourse } from './actions/restore-course.js';
import { RetireCourse } from './actions/retire-course.js';
import { CourseChoices } from './data/course-choices.js';
import { AchievementListController } from './web/achievement-list.controller.js';
import { AchievementPages } from './web/achievement.page.js';
import { AchievementRetirementController } from './web/achievement-retirement.controller.js';
import { AchievementsController } from './web/achievements.controller.js';
import { CourseListController } from './web/course-list.controller.js';
import { CoursePages } from './web/course.page.js';
import { CourseRetirementController } from './web/course-retirement.controller.js';
import { CoursesController } from './web/courses.controller.js';
import { PicturesController } from './web/pictures.controller.js';
import { PublicAchievementController } from './web/public-achievement.controller.js';
import { SentPictures } from './web/sent-pictures.js';
import { TrackRetirementController } from './web/track-retirement.controller.js';
import { TracksController } from './web/tracks.controller.js';

/** What is taught: tracks, courses with their versions, and the achievements that they lead to. */
@Module({
  controllers: [
    TracksController,
    TrackRetirementController,
    CourseListController,
    CoursesController,
    CourseRetirementController,
    AchievementListController,
    AchievementsController,
    AchievementRetirementController,
    PublicAchievementController,
    PicturesController,
  ],
  providers: [
    OpenTrack,
    ChangeTrack,
    RetireTrack,
    RestoreTrack,
    DesignCourse,
    ChangeCourse,
    RetireCourse,
    RestoreCourse,
    CourseChoices,
    CoursePages,
    AddAchievement,
    RestoreAchievement,
    RetireAchievement,
    ChangeAchievement,
    KeepPicture,
    SentPictures,
    AchievementPages,
  ],
  exports: [
    OpenTrack,
    RetireTrack,
    DesignCourse,
    ChangeCourse,
    RetireCourse,
    CourseChoices,
    AddAchievement,
    KeepPicture,
    SentPictures,
  ],
})
export class CoursesModule {}
