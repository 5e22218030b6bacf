import { Inject, Injectable } from '@nestjs/common';
import {
  definePage,
  type FormView,
  formView,
  optionsOf,
  type Option,
  ReadDatabase,
  type TypedValues,
  typedFrom,
  type Translator,
  type FormState,
} from '../../platform/index.js';
import { CourseChoices, type NamedChoice } from '../data/course-choices.js';
import { type CourseRow, type VersionRow, versionsOf } from '../data/course-by-code.js';
import { missingPrerequisites, type MissingPrerequisite } from '../data/missing-prerequisites.js';
import { type CohortOfCourse, COURSE_COHORTS, type CourseCohorts } from '../domain/course-cohorts.js';
import { LEVELS } from '../domain/levels.js';
import { CourseForm } from './course.form.js';

export interface CourseFormPage {
  readonly form: FormView<CourseForm>;
  /** The course before the edit; `null` for a new one. */
  readonly course: {
    readonly code: string;
    readonly version: number;
    readonly isFrozen: boolean;
    readonly cohorts: number;
  } | null;
  readonly hasTracks: boolean;
}

export interface CourseShowPage {
  readonly course: CourseRow;
  readonly state: 'retired' | null;
  readonly current: VersionRow | null;
  readonly earlier: readonly VersionRow[];
  readonly prerequisites: readonly MissingPrerequisite[];
  readonly cohorts: readonly CohortOfCourse[];
}

export const newCoursePage = definePage<CourseFormPage>('courses/courses/new');
export const editCoursePage = definePage<CourseFormPage>('courses/courses/edit');
export const showCoursePage = definePage<CourseShowPage>('courses/courses/show');

@Injectable()
export class CoursePages {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly choices: CourseChoices,
    @Inject(COURSE_COHORTS) private readonly cohorts: CourseCohorts,
  ) {}

  async form(
    translator: Translator,
    filling: FormState,
    { trackKept = null }: { trackKept?: string | null } = {},
  ): Promise<{ form: FormView<CourseForm>; hasTracks: boolean }> {
    const tracks = await this.choices.tracks({ withRetired: trackKept !== null });
    const achievements = await this.choices.achievements();
    const options = achievements.map((one) => named(translator, one));
    const inUse = achievements
      .filter(({ id, isRetired }) => !isRetired || id === filling.typed?.leadsTo)
      .map((one) => named(translator, one));
    const form = formView(CourseForm, translator, {
      ...filling,
      options: {
        trackId: tracks.map((one) => ({
          value: one.id,
          label: translator.language === 'en' ? one.nameEn : one.nameZh,
        })),
        level: optionsOf(translator, 'course.level', LEVELS),
        prerequisiteIds: options,
        leadsTo: [{ value: 'new', label: translator.t('course.leads_to_new') }, ...inUse],
      },
    });
    return { form, hasTracks: tracks.length > 0 };
  }

  /** The form values of an existing course. */
  async typedOf(course: CourseRow): Promise<TypedValues> {
    const [current] = (await versionsOf(this.reads, this.cohorts, course.id)).filter(
      ({ id }) => id === course.currentVersionId,
    );
    const prerequisites = await missingPrerequisites(this.reads.query, course.id, []);
    return typedFrom({
      ...course,
      outcomesZh: current?.outcomesZh,
      outcomesEn: current?.outcomesEn,
      syllabusZh: current?.syllabusZh,
      syllabusEn: current?.syllabusEn,
      prerequisiteIds: prerequisites.map(({ achievementId }) => achievementId),
      leadsTo: course.achievementId,
      achievementZh: null,
      achievementEn: null,
      achievementCode: null,
      validMonths: null,
    });
  }

  async currentOf(course: CourseRow): Promise<CourseFormPage['course']> {
    const current = (await versionsOf(this.reads, this.cohorts, course.id)).find(
      ({ id }) => id === course.currentVersionId,
    );
    return {
      code: course.code,
      version: current?.number ?? 1,
      isFrozen: (current?.frozenAt ?? null) !== null,
      cohorts: current?.cohorts ?? 0,
    };
  }

  async show(course: CourseRow, today: string): Promise<CourseShowPage> {
    const versions = await versionsOf(this.reads, this.cohorts, course.id);
    return {
      course,
      state: course.retiredAt === null ? null : 'retired',
      current: versions.find(({ id }) => id === course.currentVersionId) ?? null,
      earlier: versions.filter(({ id }) => id !== course.currentVersionId),
      prerequisites: await missingPrerequisites(this.reads.query, course.id, []),
      cohorts: await this.cohorts.list(course.id, today),
    };
  }
}

function named(translator: Translator, { id, code, nameZh, nameEn }: NamedChoice): Option {
  return { value: id, label: `${translator.language === 'en' ? nameEn : nameZh} · ${code}` };
}
