export { type CourseDesign, type LeadsTo, type NewAchievement } from './actions/course-design.js';
export { ChangeCourse } from './actions/change-course.js';
export { DesignCourse, type DesignedCourse } from './actions/design-course.js';
export { freezeVersion } from './actions/freeze-version.js';
export { AddAchievement } from './actions/add-achievement.js';
export { RestoreAchievement } from './actions/restore-achievement.js';
export { RetireAchievement } from './actions/retire-achievement.js';
export { ChangeAchievement } from './actions/change-achievement.js';
export { KeepPicture } from './actions/keep-picture.js';
export { OpenTrack } from './actions/open-track.js';
export { RetireTrack } from './actions/retire-track.js';
export type { TrackPlan } from './actions/track-plan.js';
export { RestoreTrack } from './actions/restore-track.js';
export { ChangeTrack } from './actions/change-track.js';
export { RestoreCourse } from './actions/restore-course.js';
export { RetireCourse } from './actions/retire-course.js';
export { CoursesModule } from './courses.module.js';
export { Achievement } from './data/achievement.entity.js';
export { AchievementVersion } from './data/achievement-version.entity.js';
export { type CourseChoice, CourseChoices, type NamedChoice } from './data/course-choices.js';
export { currentVersionOf } from './data/current-version.js';
export { CourseVersion } from './data/course-version.entity.js';
export { Course } from './data/course.entity.js';
export { courseEntities } from './data/entities.js';
export { type MissingPrerequisite, missingPrerequisites } from './data/missing-prerequisites.js';
export { Prerequisite } from './data/prerequisite.entity.js';
export { Track } from './data/track.entity.js';
export {
  ACHIEVEMENT_LEVELS,
  type AchievementDesign,
  type AchievementLevel,
  type Skill,
} from './domain/achievement-design.js';
export { ACHIEVEMENT_CERTIFICATES, type AchievementCertificates } from './domain/achievement-certificates.js';
export { type CohortOfCourse, COURSE_COHORTS, type CourseCohorts } from './domain/course-cohorts.js';
export { type Level, LEVELS } from './domain/levels.js';
export { type PicturesOfForm, SentPictures } from './web/sent-pictures.js';
export { courseMessages } from './messages/index.js';
