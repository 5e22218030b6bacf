import {
  type AgreesWithItself,
  ChoiceField,
  CodeField,
  DayField,
  fault,
  type FieldFault,
  LongTextField,
  TextField,
  WholeField,
} from '../../platform/index.js';
import {
  type AchievementDesign,
  ACHIEVEMENT_LEVELS,
  type AchievementLevel,
  MOST_SKILLS,
  skillsFrom,
  VALIDITIES,
  type Validity,
} from '../domain/achievement-design.js';

const LONGEST_SKILL = 40;

/** Skills are typed one per line; line n of the Chinese box belongs to line n of the English one. */
export class AchievementForm implements AgreesWithItself {
  @TextField({ max: 200 }) nameZh!: string;
  @TextField({ max: 200 }) nameEn!: string;
  @LongTextField({ max: 4000 }) criteriaZh!: string;
  @LongTextField({ max: 4000 }) criteriaEn!: string;
  @ChoiceField(ACHIEVEMENT_LEVELS, { optional: true }) level!: AchievementLevel | null;
  @LongTextField({ max: 1000, optional: true }) skillsZh!: string | null;
  @LongTextField({ max: 1000, optional: true }) skillsEn!: string | null;
  @ChoiceField(VALIDITIES) validity!: Validity;
  @WholeField({ min: 1, max: 600, optional: true }) validMonths!: number | null;
  @DayField({ optional: true }) validUntil!: string | null;
  @TextField({ max: 64, optional: true }) picture!: string | null;

  disagreements(today: string): FieldFault[] {
    const skills = skillsFrom(this.skillsZh ?? '', this.skillsEn ?? '');
    return [
      ...(skills === null ? [fault('skillsEn', 'achievement.fault_skills')] : []),
      ...(skills && skills.length > MOST_SKILLS
        ? [fault('skillsZh', 'achievement.fault_most_skills', { most: MOST_SKILLS })]
        : []),
      ...(skills?.some(({ nameZh, nameEn }) => Math.max([...nameZh].length, [...nameEn].length) > LONGEST_SKILL)
        ? [fault('skillsZh', 'achievement.fault_long_skill', { most: LONGEST_SKILL })]
        : []),
      ...(this.validity === 'months' && this.validMonths === null ? [fault('validMonths', 'form.required')] : []),
      ...(this.validity === 'until' && this.validUntil === null ? [fault('validUntil', 'form.required')] : []),
      ...(this.validity === 'until' && this.validUntil !== null && this.validUntil <= today
        ? [fault('validUntil', 'achievement.fault_past')]
        : []),
      ...(this.picture !== null && !/^[0-9a-f]{64}$/.test(this.picture) ? [fault('picture', 'form.not_a_choice')] : []),
    ];
  }
}

export class NewAchievementForm extends AchievementForm {
  @CodeField({ max: 40 }) code!: string;
}

export function designFrom(form: AchievementForm): AchievementDesign {
  const { nameZh, nameEn, criteriaZh, criteriaEn, level, picture, validity } = form;
  return {
    nameZh,
    nameEn,
    criteriaZh,
    criteriaEn,
    level,
    picture,
    skills: skillsFrom(form.skillsZh ?? '', form.skillsEn ?? '') ?? [],
    validMonths: validity === 'months' ? form.validMonths : null,
    validUntil: validity === 'until' ? form.validUntil : null,
  };
}

export function achievementValues(design: AchievementDesign): Readonly<Record<string, unknown>> {
  const { nameZh, nameEn, criteriaZh, criteriaEn, level, picture, skills, validMonths, validUntil } = design;
  return {
    nameZh,
    nameEn,
    criteriaZh,
    criteriaEn,
    level,
    picture,
    validMonths,
    validUntil,
    skillsZh: skills.map((skill) => skill.nameZh).join('\n'),
    skillsEn: skills.map((skill) => skill.nameEn).join('\n'),
    validity: validityOf(design),
  };
}

export function validityOf({
  validMonths,
  validUntil,
}: Pick<AchievementDesign, 'validMonths' | 'validUntil'>): Validity {
  return validMonths !== null ? 'months' : validUntil !== null ? 'until' : 'none';
}
