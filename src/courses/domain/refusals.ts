export type CourseRefusalCode =
  | 'trackCodeTaken'
  | 'trackKeepsCourses'
  | 'trackUnknown'
  | 'trackIsRetired'
  | 'courseCodeTaken'
  | 'courseIsRetired'
  | 'achievementUnknown'
  | 'achievementCodeTaken'
  | 'achievementAsksItself'
  | 'prerequisiteUnknown'
  | 'prerequisiteCircle';
