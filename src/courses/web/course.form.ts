import {
  type AgreesWithItself,
  ChoiceField,
  IdsField,
  CodeField,
  fault,
  type FieldFault,
  IdField,
  LongTextField,
  looksLikeId,
  TextField,
  WholeField,
} from '../../platform/index.js';
import type { CourseDesign, LeadsTo } from '../actions/course-design.js';
import type { TrackPlan } from '../actions/track-plan.js';
import { type Level, LEVELS } from '../domain/levels.js';
import { tidyLines } from '../domain/versions.js';

export class TrackForm {
  @TextField({ max: 100 }) nameZh!: string;
  @TextField({ max: 100 }) nameEn!: string;
  @CodeField({ max: 40 }) code!: string;
  @LongTextField({ max: 500, optional: true }) summaryZh!: string | null;
  @LongTextField({ max: 500, optional: true }) summaryEn!: string | null;
  @WholeField({ min: 1, max: 999, optional: true }) position!: number | null;
}

/** @param last position for a track whose form names none */
export function trackPlanOf(form: TrackForm, last: number): TrackPlan {
  return { ...form, summaryZh: form.summaryZh ?? '', summaryEn: form.summaryEn ?? '', position: form.position ?? last };
}

export class CourseForm implements AgreesWithItself {
  @CodeField({ max: 40 }) code!: string;
  @TextField({ max: 200 }) titleZh!: string;
  @TextField({ max: 200 }) titleEn!: string;
  @IdField() trackId!: string;
  @ChoiceField(LEVELS) level!: Level;
  @WholeField({ min: 1, max: 400 }) days!: number;
  @WholeField({ min: 1, max: 2000 }) hours!: number;
  @LongTextField({ max: 500, optional: true }) summaryZh!: string | null;
  @LongTextField({ max: 500, optional: true }) summaryEn!: string | null;
  @LongTextField({ max: 4000, optional: true }) outcomesZh!: string | null;
  @LongTextField({ max: 4000, optional: true }) outcomesEn!: string | null;
  @LongTextField({ max: 20_000, optional: true }) syllabusZh!: string | null;
  @LongTextField({ max: 20_000, optional: true }) syllabusEn!: string | null;
  @IdsField() prerequisiteIds!: string[];
  /** `new`, an achievement's id, or empty for none. */
  @TextField({ max: 40, optional: true }) leadsTo!: string | null;
  @CodeField({ max: 40, optional: true }) achievementCode!: string | null;
  @TextField({ max: 200, optional: true }) achievementZh!: string | null;
  @TextField({ max: 200, optional: true }) achievementEn!: string | null;
  @LongTextField({ max: 4000, optional: true }) criteriaZh!: string | null;
  @LongTextField({ max: 4000, optional: true }) criteriaEn!: string | null;
  @WholeField({ min: 1, max: 600, optional: true }) validMonths!: number | null;

  disagreements(): FieldFault[] {
    const faults: FieldFault[] = [];
    if (!this.prerequisiteIds.every(looksLikeId)) faults.push(fault('prerequisiteIds', 'form.not_a_choice'));
    if (this.leadsTo !== null && this.leadsTo !== 'new' && !looksLikeId(this.leadsTo))
      faults.push(fault('leadsTo', 'form.not_a_choice'));
    if (this.leadsTo !== 'new') {
      return this.achievementCode || this.achievementZh || this.achievementEn
        ? [...faults, fault('leadsTo', 'course.fault_choose_new')]
        : faults;
    }
    for (const name of ['achievementCode', 'achievementZh', 'achievementEn'] as const) {
      if (this[name] === null) faults.push(fault(name, 'form.required'));
    }
    return faults;
  }
}

export function courseDesignOf(form: CourseForm): CourseDesign {
  const { code, trackId, titleZh, titleEn, level, hours, days, prerequisiteIds } = form;
  return {
    code,
    trackId,
    titleZh,
    titleEn,
    level,
    hours,
    days,
    prerequisiteIds,
    leadsTo: leadsToOf(form),
    summaryZh: form.summaryZh ?? '',
    summaryEn: form.summaryEn ?? '',
    syllabusZh: form.syllabusZh ?? '',
    syllabusEn: form.syllabusEn ?? '',
    outcomesZh: tidyLines(form.outcomesZh ?? ''),
    outcomesEn: tidyLines(form.outcomesEn ?? ''),
  };
}

function leadsToOf(form: CourseForm): LeadsTo {
  if (form.leadsTo === null) return { kind: 'none' };
  if (form.leadsTo !== 'new') return { kind: 'existing', id: form.leadsTo };
  return {
    kind: 'new',
    achievement: {
      code: form.achievementCode ?? '',
      nameZh: form.achievementZh ?? '',
      nameEn: form.achievementEn ?? '',
      criteriaZh: form.criteriaZh ?? '',
      criteriaEn: form.criteriaEn ?? '',
      validMonths: form.validMonths,
    },
  };
}
